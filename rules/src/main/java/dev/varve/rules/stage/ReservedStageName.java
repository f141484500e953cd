package dev.varve.rules.stage;

import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.Set;

/** A stage called what already means something else. */
public final class ReservedStageName implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("reserved-stage-name", Category.STAGE, Severity.WARNING, "DL3063", "ReservedStageName");

    private static final Set<String> RESERVED = Set.of("context", "scratch");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            Word name = stage.from().alias();
            if (name != null && stage.name() != null && RESERVED.contains(stage.name())) {
                findings.add(
                        name.range(),
                        stage.name()
                                + " already has a meaning where a stage can be named; give the stage another name");
            }
        }
    }
}
