package dev.varve.rules.packages;

import dev.varve.lint.RunScript;
import dev.varve.lint.shell.Statement;
import java.util.List;
import java.util.Optional;

/** Where a command can be put behind all others of a RUN, to be run if they succeed. */
final class ScriptEnd {
    private ScriptEnd() {}

    static Optional<Integer> offset(RunScript run) {
        List<Statement.Sequence.Item> items = run.script().body().items();
        boolean plain = run.isShellForm() && run.run().syntax().heredocs().isEmpty();
        if (!plain || items.isEmpty() || !run.script().problems().isEmpty()) {
            return Optional.empty();
        }
        int end = items.get(items.size() - 1).statement().range().end();
        return end == run.script().source().range().end() ? Optional.of(end) : Optional.empty();
    }
}
