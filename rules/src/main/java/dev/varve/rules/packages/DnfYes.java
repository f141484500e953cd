package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import java.util.List;

/** {@code dnf install} without {@code -y}. */
public final class DnfYes extends MissingYes {
    /** The rule. */
    public DnfYes() {
        super(
                RuleInfo.of("dnf-yes", Category.PACKAGES, Severity.WARNING, "DL3038"),
                List.of("dnf", "microdnf"),
                List.of("install", "groupinstall", "localinstall"),
                "y",
                "assumeyes");
    }
}
