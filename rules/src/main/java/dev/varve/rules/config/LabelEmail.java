package dev.varve.rules.config;

import dev.varve.lint.Category;
import dev.varve.lint.LabelKind;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import java.util.regex.Pattern;

/** A label that is to be an e-mail address. */
public final class LabelEmail extends LabelOfKind {
    private static final String ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+";
    private static final Pattern ADDRESS =
            Pattern.compile(ATOM + "(\\." + ATOM + ")*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    /** The rule. */
    public LabelEmail() {
        super(
                RuleInfo.of("label-email", Category.CONFIG, Severity.WARNING, "DL3058"),
                LabelKind.EMAIL,
                "an e-mail address, RFC 5322");
    }

    @Override
    boolean isValid(String value) {
        return ADDRESS.matcher(value).matches();
    }
}
