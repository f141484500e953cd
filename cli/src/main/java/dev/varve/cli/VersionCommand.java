package dev.varve.cli;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Command;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import java.util.List;

/** {@code varve version}. */
final class VersionCommand extends Command {
    VersionCommand() {
        super("", Arity.NONE);
    }

    @Override
    public int run(List<String> arguments, Console console) {
        console.out().println("varve " + Version.text());
        return ExitCode.OK;
    }
}
