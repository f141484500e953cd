package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;

/** {@code yum install} of packages without a version. */
public final class UnpinnedYum extends UnpinnedRpm {
    /** The rule. */
    public UnpinnedYum() {
        super(RuleInfo.of("unpinned-yum", Category.PACKAGES, Severity.WARNING, "DL3033"), "httpd-2.4.6", "yum");
    }
}
