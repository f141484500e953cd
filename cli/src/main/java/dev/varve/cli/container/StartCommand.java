package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.util.List;

/** {@code varve container start}. */
final class StartCommand extends EngineCommand {
    private final Toggle attached = flags.toggle("-a, --attach", "Attach STDOUT/STDERR and forward signals");
    private final Toggle interactive = flags.toggle("-i, --interactive", "Attach container's STDIN");
    private final Toggle signals = flags.usual("--sig-proxy", "Proxy received signals to the process");

    StartCommand() {
        super("[OPTIONS] CONTAINER [CONTAINER...]", Arity.atLeast(1));
        flags.unsupported("", "--detach-keys");
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException, InterruptedException {
        if (!attached.isOn() && !interactive.isOn()) {
            return EachContainer.named(arguments, engine, console, StartCommand::start);
        }
        if (arguments.size() > 1) {
            throw new Failure("only one container can be attached at a time");
        }
        Container container = engine.findContainer(arguments.get(0));
        Foreground foreground = new Foreground(console);
        foreground.requireTerminal(
                container.settings().terminal(), container.settings().interactive());
        return foreground.run(signals.isOn(), attachment -> {
            container.start(attachment);
            return Foreground.of(container);
        });
    }

    /** One that runs already is as it should be. */
    private static void start(Container container) throws IOException, InterruptedException {
        if (!container.state().isRunning()) {
            container.startDetached();
        }
    }
}
