package dev.varve.rules.base;

import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** A base image with the tag {@code latest}. */
public final class LatestTag implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("latest-tag", Category.BASE, Severity.WARNING, "DL3007");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            Word base = stage.from().base();
            if (base.text().endsWith(":latest")) {
                findings.add(
                        base.range(),
                        base.text() + " is another image tomorrow; name a version, best together with its digest");
            }
        }
    }
}
