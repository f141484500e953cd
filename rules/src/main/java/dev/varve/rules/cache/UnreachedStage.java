package dev.varve.rules.cache;

import dev.varve.dockerfile.Stage;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** A stage that no build can need. */
public final class UnreachedStage implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("unreached-stage", Category.CACHE, Severity.WARNING);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            if (stage.name() == null && !isLast(subject, stage) && !isNeeded(subject, stage)) {
                findings.add(
                        stage.from(),
                        "This stage has no name, and no other stage begins with it or copies from it, so that it is never"
                                + " built; give it a name or delete it");
            }
        }
    }

    private static boolean isLast(Subject subject, Stage stage) {
        return stage.index() == subject.dockerfile().stages().size() - 1;
    }

    private static boolean isNeeded(Subject subject, Stage stage) {
        return subject.dockerfile().stages().stream()
                .filter(other -> other.index() > stage.index())
                .anyMatch(other -> subject.plan(other.index())
                        .map(plan -> plan.stage(stage.index()).isPresent())
                        .orElse(true));
    }
}
