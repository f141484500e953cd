package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;

/** {@code zypper install} of packages without a version. */
public final class UnpinnedZypper extends UnpinnedPackages {
    /** The rule. */
    public UnpinnedZypper() {
        super(RuleInfo.of("unpinned-zypper", Category.PACKAGES, Severity.WARNING, "DL3037"), "httpd=2.4");
    }

    @Override
    List<ShellWord> packages(Command command) {
        return command.is("zypper")
                ? operands(command, List.of("install", "in"), "r", "repo", "from", "t", "type", "R", "root", "D")
                : List.of();
    }

    @Override
    boolean isPinned(ShellWord name, RunScript run) {
        String text = name.text();
        return text.endsWith(".rpm") || text.chars().anyMatch(c -> "=<>".indexOf(c) >= 0);
    }
}
