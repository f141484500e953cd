package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;

/** {@code apk add} whose index stays. */
public final class ApkCacheKept implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("apk-cache-kept", Category.PACKAGES, Severity.INFO, "DL3019");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (RunScript run : subject.runs()) {
            boolean shipped = run.stage().map(subject::isShipped).orElse(true);
            if (shipped && !MountedFolders.cover(run.run(), List.of("/var/cache/apk", "/etc/apk/cache"))) {
                run.script().commands("apk").forEach(command -> check(command, run, findings));
            }
        }
    }

    private static void check(Command command, RunScript run, Findings findings) {
        for (ShellWord argument : command.arguments()) {
            if (argument.text().equals("add") && !command.hasFlag("no-cache", "no-network")) {
                Findings.Draft found = findings.add(
                        command.range(), "apk keeps the index it has downloaded in the layer; say --no-cache");
                if (run.isShellForm()) {
                    found.unsafeFix(
                            "Say --no-cache",
                            edits -> edits.insert(argument.range().end(), " --no-cache"));
                }
                return;
            }
        }
    }
}
