package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Part;
import dev.varve.lint.shell.ShellWord;
import java.util.List;

/** {@code apt-get install} of packages without a version. */
public final class UnpinnedApt extends UnpinnedPackages {
    /** The rule. */
    public UnpinnedApt() {
        super(RuleInfo.of("unpinned-apt", Category.PACKAGES, Severity.WARNING, "DL3008"), "curl=7.88.1-10");
    }

    @Override
    List<ShellWord> packages(Command command) {
        return command.is("apt-get")
                ? operands(command, List.of("install"), "t", "target-release", "default-release", "o", "option", "c")
                : List.of();
    }

    @Override
    boolean isPinned(ShellWord name, RunScript run) {
        if (name.parts().stream().anyMatch(Part.Substitution.class::isInstance)) {
            return false;
        }
        String text = name.text();
        return text.contains("=") || text.contains("/") || text.endsWith(".deb") || text.endsWith("-");
    }
}
