package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.util.List;

/** {@code varve container create}. */
final class CreateCommand extends EngineCommand {
    private final CreationFlags creation = new CreationFlags(flags);

    CreateCommand() {
        super("[OPTIONS] IMAGE [COMMAND] [ARG...]", Arity.atLeast(1));
    }

    @Override
    public boolean isFlagsFirst() {
        return true;
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        Container container = creation.create(arguments, engine, console);
        console.out().println(container.id());
        return ExitCode.OK;
    }
}
