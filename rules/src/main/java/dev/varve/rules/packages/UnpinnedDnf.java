package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;

/** {@code dnf install} of packages without a version. */
public final class UnpinnedDnf extends UnpinnedRpm {
    /** The rule. */
    public UnpinnedDnf() {
        super(
                RuleInfo.of("unpinned-dnf", Category.PACKAGES, Severity.WARNING, "DL3041"),
                "httpd-2.4.58",
                "dnf",
                "microdnf");
    }
}
