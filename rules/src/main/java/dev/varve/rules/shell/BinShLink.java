package dev.varve.rules.shell;

import dev.varve.lint.Category;
import dev.varve.lint.CommandRule;
import dev.varve.lint.Findings;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;

/** Another shell linked to {@code /bin/sh}. */
public final class BinShLink extends CommandRule {

    /** The rule. */
    public BinShLink() {
        super(RuleInfo.of("bin-sh-link", Category.SHELL, Severity.WARNING, "DL4005"));
    }

    @Override
    protected void check(Command command, RunScript run, Findings findings) {
        if (!command.is("ln") || !command.hasArgument("/bin/sh")) {
            return;
        }
        Findings.Draft found =
                findings.add(command.range(), "Every script of the image gets this shell; use SHELL instead");
        List<ShellWord> operands = command.operands();
        boolean alone = run.isShellForm()
                && command.place().isAlone()
                && !run.placed().onBuild()
                && run.script().body().items().size() == 1;
        if (alone && operands.size() == 2 && operands.get(0).text().startsWith("/")) {
            String shell = operands.get(0).text();
            found.unsafeFix(
                    "Use SHELL", edits -> edits.replace(run.run().range(), "SHELL [\"" + shell + "\", \"-c\"]"));
        }
    }
}
