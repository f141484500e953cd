package dev.varve.lint;

import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.Stage;

/** A rule for tests: finds {@code :latest} and puts {@code :1} in its place. */
public final class LatestRule implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("latest", Category.BASE, Severity.WARNING, "T1", "LatestUsed");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            SourceRange base = stage.from().base().range();
            int colon = stage.from().base().text().indexOf(":latest");
            if (colon >= 0) {
                SourceRange tag = new SourceRange(base.start() + colon, base.end());
                findings.add(tag, "the tag moves")
                        .evidence("image", stage.from().base().text())
                        .safeFix("Name a version", edits -> edits.replace(tag, ":1"));
            }
        }
    }
}
