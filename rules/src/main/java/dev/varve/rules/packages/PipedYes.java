package dev.varve.rules.packages;

import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Statement;

/** {@code yes | command}. */
final class PipedYes {
    private PipedYes() {}

    static boolean into(Command command) {
        Statement.Pipeline pipeline = command.place().pipeline();
        if (pipeline == null || !command.place().isPipedInto()) {
            return false;
        }
        return pipeline.commands().get(command.place().stage() - 1) instanceof Statement.Simple before
                && !before.words().isEmpty()
                && before.words().get(0).text().equals("yes");
    }
}
