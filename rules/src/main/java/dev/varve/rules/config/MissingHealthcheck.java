package dev.varve.rules.config;

import dev.varve.dockerfile.Healthcheck;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** An image that cannot tell whether it works. */
public final class MissingHealthcheck implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.optional("missing-healthcheck", Category.CONFIG, Severity.INFO, "DL3057");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            boolean present = subject.lineage(stage).stream()
                    .flatMap(ancestor -> ancestor.instructions().stream())
                    .anyMatch(Healthcheck.class::isInstance);
            if (subject.isLeaf(stage) && !present) {
                findings.add(stage.from(), "The image has no HEALTHCHECK; HEALTHCHECK NONE says that it needs none");
            }
        }
    }
}
