package dev.varve.rules.config;

import dev.varve.lint.Category;
import dev.varve.lint.LabelKind;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import java.util.regex.Pattern;

/** A label that is to be a commit. */
public final class LabelHash extends LabelOfKind {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{7}|[0-9a-f]{40}|[0-9a-f]{64}");

    /** The rule. */
    public LabelHash() {
        super(
                RuleInfo.of("label-hash", Category.CONFIG, Severity.WARNING, "DL3055"),
                LabelKind.HASH,
                "the id of a git commit, 7 or 40 hexadecimal digits");
    }

    @Override
    boolean isValid(String value) {
        return HASH.matcher(value).matches();
    }
}
