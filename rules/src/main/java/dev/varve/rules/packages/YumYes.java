package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import java.util.List;

/** {@code yum install} without {@code -y}. */
public final class YumYes extends MissingYes {
    /** The rule. */
    public YumYes() {
        super(
                RuleInfo.of("yum-yes", Category.PACKAGES, Severity.WARNING, "DL3030"),
                List.of("yum"),
                List.of("install", "groupinstall", "localinstall"),
                "y",
                "assumeyes");
    }
}
