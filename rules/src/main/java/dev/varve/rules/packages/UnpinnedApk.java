package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;

/** {@code apk add} of packages without a version. */
public final class UnpinnedApk extends UnpinnedPackages {
    /** The rule. */
    public UnpinnedApk() {
        super(RuleInfo.of("unpinned-apk", Category.PACKAGES, Severity.WARNING, "DL3018"), "curl=8.5.0-r0");
    }

    @Override
    List<ShellWord> packages(Command command) {
        return command.is("apk")
                ? operands(command, List.of("add"), "t", "virtual", "X", "repository", "p", "root", "repositories-file")
                : List.of();
    }

    @Override
    boolean isPinned(ShellWord name, RunScript run) {
        String text = name.text();
        return text.endsWith(".apk") || text.chars().anyMatch(c -> "=~<>".indexOf(c) >= 0) || text.startsWith("!");
    }
}
