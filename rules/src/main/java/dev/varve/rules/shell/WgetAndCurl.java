package dev.varve.rules.shell;

import dev.varve.dockerfile.Stage;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.shell.Command;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Both of two programs that do the same. */
public final class WgetAndCurl implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("wget-and-curl", Category.SHELL, Severity.WARNING, "DL4001");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Map<Integer, Set<String>> used = new HashMap<>();
        for (RunScript run : subject.runs()) {
            Set<String> before =
                    used.computeIfAbsent(run.stage().map(Stage::index).orElse(-1), stage -> new HashSet<>());
            List<Command> commands = run.script().commands("wget", "curl");
            commands.forEach(command -> before.add(command.name()));
            if (before.size() == 2 && !commands.isEmpty()) {
                findings.add(
                        commands.get(commands.size() - 1).word().range(),
                        "The stage uses both wget and curl; one of them is enough");
            }
        }
    }
}
