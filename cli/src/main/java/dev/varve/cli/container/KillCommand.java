package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.console.Console;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.util.List;

/** {@code varve container kill}. */
final class KillCommand extends EngineCommand {
    private final Text signal = flags.text("-s, --signal", "string", "Signal to send to the container (default KILL)");

    KillCommand() {
        super("[OPTIONS] CONTAINER [CONTAINER...]", Arity.atLeast(1));
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException, InterruptedException {
        return EachContainer.named(arguments, engine, console, container -> container.kill(signal.or("KILL")));
    }
}
