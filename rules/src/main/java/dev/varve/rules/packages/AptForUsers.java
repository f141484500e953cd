package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.CommandRule;
import dev.varve.lint.Findings;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;
import java.util.Set;

/** {@code apt}, which is for people, in a script. */
public final class AptForUsers extends CommandRule {
    private static final Set<String> GET = Set.of(
            "install",
            "update",
            "upgrade",
            "full-upgrade",
            "remove",
            "purge",
            "autoremove",
            "autopurge",
            "clean",
            "autoclean",
            "build-dep",
            "download",
            "source",
            "reinstall");
    private static final Set<String> CACHE = Set.of("show", "search", "policy", "depends", "rdepends");

    /** The rule. */
    public AptForUsers() {
        super(RuleInfo.of("apt-for-users", Category.PACKAGES, Severity.WARNING, "DL3027"));
    }

    @Override
    protected void check(Command command, RunScript run, Findings findings) {
        if (!command.is("apt")) {
            return;
        }
        List<ShellWord> operands = command.operands("t", "o", "c");
        String task = operands.isEmpty() ? "" : operands.get(0).text();
        String other = CACHE.contains(task) ? "apt-cache" : "apt-get";
        Findings.Draft found = findings.add(
                command.word().range(),
                "apt is made for people and its interface may change; use " + other + " in scripts");
        if (GET.contains(task) || CACHE.contains(task)) {
            found.unsafeFix(
                    "Use " + other, edits -> edits.replace(command.word().range(), other));
        }
    }
}
