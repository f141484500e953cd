package dev.varve.rules.shell;

import dev.varve.dockerfile.Stage;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.shell.Statement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A pipe whose failure goes unnoticed. */
public final class MissingPipefail implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("missing-pipefail", Category.SHELL, Severity.WARNING, "DL4006");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Set<Integer> fixed = new HashSet<>();
        for (RunScript run : subject.runs()) {
            Optional<Statement.Pipeline> piped = Pipes.unguarded(run.script());
            if (piped.isPresent() && !Pipes.areGuarded(subject, run)) {
                Findings.Draft found = findings.add(
                        piped.get().commands().get(0).range(),
                        "Where this fails and what it is piped into does not, the build goes on; set the shell option pipefail");
                int stage = run.stage().map(Stage::index).orElse(-1);
                if (run.isShellForm() && !run.placed().onBuild() && fixed.add(stage)) {
                    String shell = shell(run);
                    found.unsafeFix("Set pipefail with SHELL", edits -> edits.insertBefore(run.run(), shell));
                }
            }
        }
    }

    private static String shell(RunScript run) {
        String base = run.stage().map(stage -> stage.from().base().text()).orElse("");
        boolean small = base.contains("alpine") || base.contains("busybox");
        return small
                ? "SHELL [\"/bin/ash\", \"-eo\", \"pipefail\", \"-c\"]"
                : "SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]";
    }
}
