package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;

/** {@code dnf install} of packages without a version. */
public final class UnpinnedDnf extends UnpinnedPackages {
    /** The rule. */
    public UnpinnedDnf() {
        super(RuleInfo.of("unpinned-dnf", Category.PACKAGES, Severity.WARNING, "DL3041"), "httpd-2.4.58");
    }

    @Override
    List<ShellWord> packages(Command command) {
        if (!command.is("dnf", "microdnf") || command.hasArgument("module", "group")) {
            return List.of();
        }
        return operands(
                command,
                List.of("install"),
                "enablerepo",
                "disablerepo",
                "repo",
                "setopt",
                "installroot",
                "x",
                "c",
                "releasever");
    }

    @Override
    boolean isPinned(ShellWord name, RunScript run) {
        return RpmVersion.isIn(name);
    }
}
