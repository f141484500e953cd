package dev.varve.rules.config;

import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** A label without a value. */
public final class EmptyLabel implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("empty-label", Category.CONFIG, Severity.WARNING, "DL3051");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Labels.of(subject)
                .filter(label -> subject.settings().labelSchema().containsKey(Labels.key(label)))
                .filter(label -> Labels.value(label).isEmpty())
                .forEach(label -> findings.add(label.key().range(), "The label " + Labels.key(label) + " is empty"));
    }
}
