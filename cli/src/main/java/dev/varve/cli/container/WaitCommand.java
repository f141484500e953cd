package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failures;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.util.List;

/** {@code varve container wait}. */
final class WaitCommand extends EngineCommand {
    WaitCommand() {
        super("CONTAINER [CONTAINER...]", Arity.atLeast(1));
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws InterruptedException {
        int code = ExitCode.OK;
        for (String name : arguments) {
            try {
                console.out().println(engine.findContainer(name).waitFor());
                console.out().flush();
            } catch (IOException e) {
                code = Failures.report(e, ExitCode.FAILED, console);
            }
        }
        return code;
    }
}
