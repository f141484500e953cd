package dev.varve.cli.report;

import dev.varve.cli.command.Command;
import dev.varve.cli.command.Entry;
import dev.varve.cli.command.Group;
import java.util.List;

/** {@code report}. */
public final class ReportCommands extends Group {
    public ReportCommands() {
        super(
                "report",
                "Look at the past",
                List.of(new Entry("report", "Replay a repository's history through the layer cache")));
    }

    @Override
    protected Command create(String entry) {
        if (!entry.equals("report")) {
            throw new IllegalArgumentException(entry);
        }
        return new ReportCommand();
    }
}
