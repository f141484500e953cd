package dev.varve.rules.base;

import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** A base image without a tag. */
public final class UntaggedBase implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("untagged-base", Category.BASE, Severity.WARNING, "DL3006");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            Word base = stage.from().base();
            String text = base.text();
            boolean open = text.contains("$")
                    || text.equals("scratch")
                    || subject.parent(stage).isPresent();
            if (!open && text.indexOf('@') < 0 && text.indexOf(':', text.lastIndexOf('/') + 1) < 0) {
                findings.add(base.range(), text + " means " + text + ":latest, another image tomorrow; name a version");
            }
        }
    }
}
