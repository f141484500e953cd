package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import java.util.List;

/** {@code zypper} that asks. */
public final class ZypperYes extends MissingYes {
    /** The rule. */
    public ZypperYes() {
        super(
                RuleInfo.of("zypper-yes", Category.PACKAGES, Severity.WARNING, "DL3034"),
                List.of("zypper"),
                List.of("install", "in", "remove", "rm", "source-install", "si", "patch"),
                "n",
                "non-interactive",
                "y",
                "no-confirm");
    }
}
