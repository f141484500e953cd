package dev.varve.cli.system;

import dev.varve.cli.command.Command;
import dev.varve.cli.command.Entry;
import dev.varve.cli.command.Group;
import java.util.List;

/** {@code varve system …}. */
public final class SystemCommands extends Group {
    public SystemCommands() {
        super(
                "system",
                "Manage the store and this machine",
                List.of(
                        new Entry("df", "Show disk usage"),
                        new Entry("info", "Display system-wide information"),
                        new Entry("prune", "Remove unused data")));
    }

    @Override
    protected Command create(String entry) {
        return switch (entry) {
            case "df" -> new DiskUsageCommand();
            case "info" -> new InfoCommand();
            case "prune" -> new SystemPruneCommand();
            default -> throw new IllegalArgumentException(entry);
        };
    }
}
