package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Texts;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.engine.ImageNames;
import dev.varve.engine.CommitRequest;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.util.List;

/** {@code varve container commit}. */
final class CommitCommand extends EngineCommand {
    private final Text author =
            flags.text("-a, --author", "string", "Author (e.g., \"John Hannibal Smith <hannibal@a-team.com>\")");
    private final Texts changes =
            flags.texts("-c, --change", "list", "Apply Dockerfile instruction to the created image");
    private final Text message = flags.text("-m, --message", "string", "Commit message");
    private final Toggle pause =
            flags.toggle("-p, --pause", "Containers are not paused: stop it for a moment of its files");

    CommitCommand() {
        super("[OPTIONS] CONTAINER [REPOSITORY[:TAG]]", new Arity(1, 2));
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        Container container = engine.findContainer(arguments.get(0));
        CommitRequest request = container.commit().author(author.or("")).message(message.or(""));
        changes.values().forEach(request::change);
        if (arguments.size() > 1) {
            request.tag(ImageNames.parse(arguments.get(1)).toString());
        }
        if (pause.isOn() && container.state().isRunning()) {
            console.err()
                    .println("varve: the container is not paused while its files are read; stop it to have them"
                            + " all of one moment");
        }
        console.out().println(request.run().id());
        return ExitCode.OK;
    }
}
