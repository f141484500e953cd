package dev.varve.rules.shell;

import dev.varve.lint.Category;
import dev.varve.lint.CommandRule;
import dev.varve.lint.Findings;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;

/** {@code useradd} that makes a huge log file. */
public final class UseraddHighUid extends CommandRule {

    /** The rule. */
    public UseraddHighUid() {
        super(RuleInfo.of("useradd-high-uid", Category.SHELL, Severity.WARNING, "DL3046"));
    }

    @Override
    protected void check(Command command, RunScript run, Findings findings) {
        boolean high = command.values("u", "uid").stream()
                .anyMatch(id -> id.isLiteral() && id.text().length() > 5);
        if (!command.is("useradd") || !high || command.hasFlag("l", "no-log-init")) {
            return;
        }
        Findings.Draft found = findings.add(
                command.range(), "useradd writes logs that are as long as the user's number is high; say -l");
        if (run.isShellForm()) {
            found.unsafeFix(
                    "Say -l", edits -> edits.insert(command.word().range().end(), " -l"));
        }
    }
}
