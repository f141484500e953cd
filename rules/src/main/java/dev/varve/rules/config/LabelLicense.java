package dev.varve.rules.config;

import dev.varve.lint.Category;
import dev.varve.lint.LabelKind;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;

/** A label that is to be a licence. */
public final class LabelLicense extends LabelOfKind {

    /** The rule. */
    public LabelLicense() {
        super(
                RuleInfo.of("label-license", Category.CONFIG, Severity.WARNING, "DL3054"),
                LabelKind.SPDX,
                "a licence, SPDX");
    }

    @Override
    boolean isValid(String value) {
        return SpdxExpression.isValid(value);
    }
}
