package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;

/** {@code dnf install} whose cache stays. */
public final class DnfCacheKept extends KeptCache {
    /** The rule. */
    public DnfCacheKept() {
        super(
                RuleInfo.of("dnf-cache-kept", Category.PACKAGES, Severity.WARNING, "DL3040"),
                "dnf clean all",
                "/var/cache/dnf",
                "/var/cache/libdnf5",
                ".cache/libdnf5",
                "/var/cache/yum");
    }

    @Override
    boolean fills(Command command) {
        return command.is("dnf", "microdnf")
                && command.hasArgument(
                        "install", "in", "upgrade", "up", "upgrade-minimal", "up-min", "reinstall", "rei");
    }

    @Override
    boolean cleans(Command command) {
        return (command.is("dnf", "microdnf") && command.hasArgument("clean"))
                || deletes(command, "/var/cache/dnf")
                || deletes(command, "/var/cache/libdnf5");
    }
}
