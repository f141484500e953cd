package dev.varve.rules.config;

import dev.varve.lint.Category;
import dev.varve.lint.LabelKind;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import java.util.regex.Pattern;

/** A label that is to be a version. */
public final class LabelVersion extends LabelOfKind {
    private static final String NUMBER = "(0|[1-9]\\d*)";
    private static final String IDENTIFIER = "(0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
    private static final Pattern VERSION = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(-" + IDENTIFIER
            + "(\\." + IDENTIFIER + ")*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?");

    /** The rule. */
    public LabelVersion() {
        super(
                RuleInfo.of("label-version", Category.CONFIG, Severity.WARNING, "DL3056"),
                LabelKind.SEMVER,
                "a version, SemVer 2");
    }

    @Override
    boolean isValid(String value) {
        return VERSION.matcher(value).matches();
    }
}
