package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;

/** {@code apt-get update} whose lists stay. */
public final class AptListsKept extends KeptCache {
    /** The rule. */
    public AptListsKept() {
        super(
                RuleInfo.of("apt-lists-kept", Category.PACKAGES, Severity.INFO, "DL3009"),
                "rm -rf /var/lib/apt/lists/*",
                "/var/lib/apt/lists");
    }

    @Override
    boolean fills(Command command) {
        return command.is("apt-get", "apt", "aptitude") && command.hasArgument("update");
    }

    @Override
    boolean cleans(Command command) {
        return deletes(command, "/var/lib/apt/lists")
                || (command.is("apt-get") && command.hasArgument("distclean", "dist-clean"));
    }
}
