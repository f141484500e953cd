package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;

/** {@code yum install} whose cache stays. */
public final class YumCacheKept extends KeptCache {
    /** The rule. */
    public YumCacheKept() {
        super(
                RuleInfo.of("yum-cache-kept", Category.PACKAGES, Severity.WARNING, "DL3032"),
                "yum clean all",
                "/var/cache/yum",
                "/var/cache/dnf");
    }

    @Override
    boolean fills(Command command) {
        return command.is("yum") && command.hasArgument("install");
    }

    @Override
    boolean cleans(Command command) {
        return (command.is("yum") && command.hasArgument("clean")) || deletes(command, "/var/cache/yum");
    }
}
