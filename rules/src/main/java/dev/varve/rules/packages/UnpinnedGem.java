package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;

/** {@code gem install} of gems without a version. */
public final class UnpinnedGem extends UnpinnedPackages {
    /** The rule. */
    public UnpinnedGem() {
        super(RuleInfo.of("unpinned-gem", Category.PACKAGES, Severity.WARNING, "DL3028"), "rake:13.2.1");
    }

    @Override
    List<ShellWord> packages(Command command) {
        boolean install = command.is("gem") && command.hasArgument("install", "i");
        if (!install || command.hasFlag("v", "version", "g", "file")) {
            return List.of();
        }
        String[] values = {
            "i", "install-dir", "n", "bindir", "platform", "P", "trust-policy", "s", "source", "p", "build-root"
        };
        List<ShellWord> operands = operands(command, List.of("install", "i"), values);
        long build = command.arguments().stream()
                .dropWhile(word -> !word.text().equals("--"))
                .skip(1)
                .count();
        return operands.subList(0, (int) Math.max(0, operands.size() - build));
    }

    @Override
    boolean isPinned(ShellWord name, RunScript run) {
        return name.text().contains(":") || name.text().endsWith(".gem");
    }
}
