package dev.varve.rules.config;

import dev.varve.lint.Findings;
import dev.varve.lint.LabelKind;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Subject;

/** A label whose value is not of the kind that the schema asks for. */
abstract class LabelOfKind implements Rule {
    private final RuleInfo info;
    private final LabelKind kind;
    private final String wanted;

    LabelOfKind(RuleInfo info, LabelKind kind, String wanted) {
        this.info = info;
        this.kind = kind;
        this.wanted = wanted;
    }

    @Override
    public final RuleInfo info() {
        return info;
    }

    @Override
    public final void check(Subject subject, Findings findings) {
        Labels.of(subject)
                .filter(label -> subject.settings().labelSchema().get(Labels.key(label)) == kind)
                .filter(label -> Labels.isKnown(label) && !isValid(Labels.value(label)))
                .forEach(label ->
                        findings.add(label.value().range(), "The label " + Labels.key(label) + " is to be " + wanted));
    }

    /** Whether a value is of the kind. */
    abstract boolean isValid(String value);
}
