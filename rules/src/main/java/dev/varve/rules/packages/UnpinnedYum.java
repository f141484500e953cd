package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;

/** {@code yum install} of packages without a version. */
public final class UnpinnedYum extends UnpinnedPackages {
    /** The rule. */
    public UnpinnedYum() {
        super(RuleInfo.of("unpinned-yum", Category.PACKAGES, Severity.WARNING, "DL3033"), "httpd-2.4.6");
    }

    @Override
    List<ShellWord> packages(Command command) {
        if (!command.is("yum") || command.hasArgument("module", "group")) {
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
