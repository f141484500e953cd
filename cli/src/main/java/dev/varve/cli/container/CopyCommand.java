package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.util.List;

/** {@code varve container cp}. */
final class CopyCommand extends EngineCommand {
    private static final String STREAM = "-";

    private final Toggle owned = flags.toggle("-a, --archive", "Archive mode (copy all uid/gid information)");
    private final Toggle followLink = flags.toggle("-L, --follow-link", "Always follow symbol link in SRC_PATH");

    CopyCommand() {
        super("[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-  or  SRC_PATH|- CONTAINER:DEST_PATH", Arity.exactly(2));
        flags.toggle("-q, --quiet", "Suppress progress output during copy; there is none");
    }

    @Override
    public List<String> notes() {
        return List.of(
                "'-' is a tar archive on standard input or output. A container must not run while files are copied"
                        + " into it.");
    }

    /** A path of a container, or of this machine where it names none. */
    private record Place(String container, String path) {
        /** As Docker, takes what has a slash or a dot before its colon, or begins so, for a path of the machine. */
        static Place parse(String text) {
            int colon = text.indexOf(':');
            boolean own = colon < 1
                    || text.startsWith(".")
                    || text.substring(0, colon).contains("/");
            return own ? new Place("", text) : new Place(text.substring(0, colon), text.substring(colon + 1));
        }

        boolean isInContainer() {
            return !container.isEmpty();
        }
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException, InterruptedException {
        Place from = Place.parse(arguments.get(0));
        Place to = Place.parse(arguments.get(1));
        if (from.isInContainer() == to.isInContainer()) {
            throw new Failure(
                    from.isInContainer()
                            ? "files are not copied between containers; copy them to this machine first"
                            : "one of the two must be CONTAINER:PATH");
        }
        if (from.path.isEmpty() || to.path.isEmpty()) {
            throw new Failure("a path is missing");
        }
        if (from.isInContainer()) {
            copyOut(engine.findContainer(from.container), from.path, to.path, console);
        } else {
            copyIn(engine.findContainer(to.container), from.path, to.path, console);
        }
        return ExitCode.OK;
    }

    private void copyOut(Container container, String from, String to, Console console) throws IOException {
        if (to.equals(STREAM)) {
            console.out().flush();
            container.copyOut(from, console.raw(), followLink.isOn());
        } else {
            container.copyOut(from, to, followLink.isOn());
        }
    }

    private void copyIn(Container container, String from, String to, Console console)
            throws IOException, InterruptedException {
        if (from.equals(STREAM)) {
            container.copyIn(console.in(), to, owned.isOn());
        } else {
            container.copyIn(from, to, owned.isOn(), followLink.isOn());
        }
    }
}
