package dev.varve.cli;

import dev.varve.cli.command.Command;
import dev.varve.cli.command.Entry;
import dev.varve.cli.command.Group;
import java.util.List;

/** Commands about the program itself. */
final class OwnCommands extends Group {
    OwnCommands() {
        super(
                "varve",
                "About this program",
                List.of(
                        new Entry("completion", "Print a completion script for a shell"),
                        new Entry("version", "Show the version")));
    }

    @Override
    protected Command create(String entry) {
        return switch (entry) {
            case "completion" -> new CompletionCommand(Commands.menu());
            case "version" -> new VersionCommand();
            default -> throw new IllegalArgumentException(entry);
        };
    }
}
