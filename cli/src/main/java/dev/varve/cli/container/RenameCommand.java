package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.util.List;

/** {@code varve container rename}. */
final class RenameCommand extends EngineCommand {
    RenameCommand() {
        super("CONTAINER NEW_NAME", Arity.exactly(2));
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        engine.findContainer(arguments.get(0)).rename(arguments.get(1));
        return ExitCode.OK;
    }
}
