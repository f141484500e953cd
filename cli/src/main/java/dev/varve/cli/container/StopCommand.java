package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.console.Console;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.util.List;

/** {@code varve container stop}. */
final class StopCommand extends EngineCommand {
    private final StopFlags stop = new StopFlags(flags);

    StopCommand() {
        super("[OPTIONS] CONTAINER [CONTAINER...]", Arity.atLeast(1));
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException, InterruptedException {
        return EachContainer.named(arguments, engine, console, stop::apply);
    }
}
