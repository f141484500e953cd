package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;

/** {@code yarn install} whose cache stays. */
public final class YarnCacheKept extends KeptCache {
    /** The rule. */
    public YarnCacheKept() {
        super(
                RuleInfo.of("yarn-cache-kept", Category.PACKAGES, Severity.INFO, "DL3060"),
                "yarn cache clean",
                ".cache/yarn",
                "/yarn");
    }

    @Override
    boolean fills(Command command) {
        return command.is("yarn") && command.hasArgument("install");
    }

    @Override
    boolean cleans(Command command) {
        return (command.is("yarn") && command.hasArgument("clean"))
                || (command.is("rm") && command.texts().stream().anyMatch(text -> text.contains(".cache")));
    }
}
