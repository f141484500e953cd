package dev.varve.rules.security;

import dev.varve.dockerfile.User;
import dev.varve.lint.Category;
import dev.varve.lint.CommandRule;
import dev.varve.lint.Findings;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Wrapper;

/** {@code sudo} in a build. */
public final class Sudo extends CommandRule {
    private static final String MESSAGE =
            "A build is root unless USER says otherwise, so sudo does nothing or hides who runs this; use USER, or gosu to give rights up";

    /** The rule. */
    public Sudo() {
        super(RuleInfo.of("sudo", Category.SECURITY, Severity.ERROR, "DL3004"));
    }

    @Override
    protected void check(Command command, RunScript run, Findings findings) {
        if (command.is("sudo")) {
            findings.add(command.word().range(), MESSAGE);
        }
        for (Wrapper wrapper : command.wrappers()) {
            if (wrapper.name().equals("sudo")) {
                Findings.Draft found = findings.add(wrapper.range(), MESSAGE);
                boolean user = run.stage().stream()
                        .flatMap(stage -> stage.instructions().stream())
                        .anyMatch(User.class::isInstance);
                if (!user && run.isShellForm() && wrapper.range().length() == "sudo ".length()) {
                    found.unsafeFix("Leave sudo out", edits -> edits.delete(wrapper.range()));
                }
            }
        }
    }
}
