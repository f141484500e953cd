package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.CommandRule;
import dev.varve.lint.Findings;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;

/** {@code zypper dist-upgrade}. */
public final class ZypperDistUpgrade extends CommandRule {

    /** The rule. */
    public ZypperDistUpgrade() {
        super(RuleInfo.of("zypper-dist-upgrade", Category.PACKAGES, Severity.WARNING, "DL3035"));
    }

    @Override
    protected void check(Command command, RunScript run, Findings findings) {
        if (command.is("zypper") && command.hasArgument("dist-upgrade", "dup")) {
            findings.add(
                    command.range(),
                    "This makes another distribution of the base image, a different one each time; name a newer base image");
        }
    }
}
