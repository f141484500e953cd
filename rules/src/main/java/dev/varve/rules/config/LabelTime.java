package dev.varve.rules.config;

import dev.varve.lint.Category;
import dev.varve.lint.LabelKind;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** A label that is to be a time. */
public final class LabelTime extends LabelOfKind {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)");

    /** The rule. */
    public LabelTime() {
        super(
                RuleInfo.of("label-time", Category.CONFIG, Severity.WARNING, "DL3053"),
                LabelKind.RFC3339,
                "a time, RFC 3339");
    }

    @Override
    boolean isValid(String value) {
        try {
            return TIME.matcher(value).matches() && OffsetDateTime.parse(value.replace(' ', 'T')) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
