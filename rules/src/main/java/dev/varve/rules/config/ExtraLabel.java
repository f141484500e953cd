package dev.varve.rules.config;

import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** A label that the schema does not have. */
public final class ExtraLabel implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("extra-label", Category.CONFIG, Severity.INFO, "DL3050");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.settings().strictLabels()) {
            Labels.of(subject)
                    .filter(label -> !subject.settings().labelSchema().containsKey(Labels.key(label)))
                    .forEach(label -> findings.add(
                            label.key().range(), Labels.key(label) + " is none of the labels that images are to have"));
        }
    }
}
