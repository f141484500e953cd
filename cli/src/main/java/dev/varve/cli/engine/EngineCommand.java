package dev.varve.cli.engine;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Command;
import dev.varve.cli.console.Console;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.util.List;

/** A command that does something with the engine of this user. */
public abstract class EngineCommand extends Command {
    protected EngineCommand(String synopsis, Arity arity) {
        super(synopsis, arity);
    }

    @Override
    public final int run(List<String> arguments, Console console) throws IOException, InterruptedException {
        try (Engine engine = Engine.open(console.environment())) {
            return run(arguments, engine, console);
        }
    }

    /** Does it; see {@link Command#run(List, Console)}. */
    protected abstract int run(List<String> arguments, Engine engine, Console console)
            throws IOException, InterruptedException;
}
