package dev.varve.cli.lint;

import dev.varve.cli.command.Command;
import dev.varve.cli.command.Entry;
import dev.varve.cli.command.Group;
import java.util.List;

/** {@code lint}. */
public final class LintCommands extends Group {
    public LintCommands() {
        super(
                "lint",
                "Lint Dockerfiles",
                List.of(new Entry("lint", "Find what makes builds slow, wrong or unsafe, and mend it")));
    }

    @Override
    protected Command create(String entry) {
        return new LintCommand();
    }
}
