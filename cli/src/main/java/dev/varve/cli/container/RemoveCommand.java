package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failures;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import dev.varve.engine.NotFoundException;
import java.io.IOException;
import java.util.List;

/** {@code varve container rm}. */
final class RemoveCommand extends EngineCommand {
    private final Toggle force = flags.toggle("-f, --force", "Force the removal of a running container (uses SIGKILL)");

    RemoveCommand() {
        super("[OPTIONS] CONTAINER [CONTAINER...]", Arity.atLeast(1));
        flags.toggle("-v, --volumes", "Remove anonymous volumes; they go with the container without it too");
        flags.unsupported("there are no links", "-l", "--link");
    }

    /** One that cannot be removed does not keep the others from being removed. */
    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws InterruptedException {
        int code = ExitCode.OK;
        for (String name : arguments) {
            try {
                remove(engine.findContainer(name));
                console.out().println(name);
            } catch (NotFoundException e) {
                int reported = Failures.report(e, ExitCode.FAILED, console);
                code = force.isOn() ? code : reported;
            } catch (IOException e) {
                code = Failures.report(e, ExitCode.FAILED, console);
            }
        }
        return code;
    }

    private void remove(Container container) throws IOException, InterruptedException {
        if (force.isOn()) {
            container.removeByForce();
        } else {
            container.remove();
        }
    }
}
