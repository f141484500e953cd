package dev.varve.cli.system;

import dev.varve.cli.command.Arity;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.util.List;

/** {@code varve logout}. */
final class LogoutCommand extends EngineCommand {
    LogoutCommand() {
        super("[SERVER]", Arity.atMost(1));
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        String server = LoginCommand.server(arguments);
        console.out()
                .println(
                        engine.logout(server)
                                ? "Removing login credentials for " + server
                                : "Not logged in to " + server);
        return ExitCode.OK;
    }
}
