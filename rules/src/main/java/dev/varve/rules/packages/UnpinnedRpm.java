package dev.varve.rules.packages;

import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;

/** RPM packages that yum or its successors install without a version. */
abstract class UnpinnedRpm extends UnpinnedPackages {
    private final String[] managers;

    UnpinnedRpm(RuleInfo info, String example, String... managers) {
        super(info, example);
        this.managers = managers.clone();
    }

    @Override
    final List<ShellWord> packages(Command command) {
        if (!command.is(managers) || command.hasArgument("module", "group")) {
            return List.of();
        }
        return operands(
                command,
                List.of("install"),
                "enablerepo",
                "disablerepo",
                "repo",
                "setopt",
                "installroot",
                "x",
                "c",
                "releasever");
    }

    @Override
    final boolean isPinned(ShellWord name, RunScript run) {
        return RpmVersion.isIn(name);
    }
}
