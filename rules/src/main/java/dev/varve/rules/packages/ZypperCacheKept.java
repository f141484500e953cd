package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;

/** {@code zypper install} whose cache stays. */
public final class ZypperCacheKept extends KeptCache {
    /** The rule. */
    public ZypperCacheKept() {
        super(
                RuleInfo.of("zypper-cache-kept", Category.PACKAGES, Severity.WARNING, "DL3036"),
                "zypper clean",
                "/var/cache/zypp");
    }

    @Override
    boolean fills(Command command) {
        return command.is("zypper") && command.hasArgument("install", "in");
    }

    @Override
    boolean cleans(Command command) {
        return (command.is("zypper") && command.hasArgument("clean", "cc")) || deletes(command, "/var/cache/zypp");
    }
}
