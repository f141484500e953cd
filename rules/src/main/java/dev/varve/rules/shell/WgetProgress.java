package dev.varve.rules.shell;

import dev.varve.lint.Category;
import dev.varve.lint.CommandRule;
import dev.varve.lint.Findings;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Redirection;

/** {@code wget} that fills the log with its progress. */
public final class WgetProgress extends CommandRule {

    /** The rule. */
    public WgetProgress() {
        super(RuleInfo.of("wget-progress", Category.SHELL, Severity.INFO, "DL3047"));
    }

    @Override
    protected void check(Command command, RunScript run, Findings findings) {
        boolean quiet = command.hasFlag(
                        "progress",
                        "q",
                        "quiet",
                        "o",
                        "output-file",
                        "a",
                        "append-output",
                        "no-verbose",
                        "V",
                        "version")
                || command.hasArgument("-nv", "--help")
                || command.redirections().stream().anyMatch(WgetProgress::takesErrors);
        if (!command.is("wget") || quiet) {
            return;
        }
        Findings.Draft found = findings.add(
                command.word().range(), "wget fills the log with its progress; say -q, -nv or --progress=dot:giga");
        if (run.isShellForm()) {
            found.safeFix("Say -q", edits -> edits.insert(command.word().range().end(), " -q"));
        }
    }

    private static boolean takesErrors(Redirection redirection) {
        return redirection.operator().startsWith("&>") || redirection.descriptor() == 2;
    }
}
