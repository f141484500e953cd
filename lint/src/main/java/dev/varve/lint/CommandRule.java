package dev.varve.lint;

import dev.varve.lint.shell.Command;

/** A rule that looks at each command of each RUN. */
public abstract class CommandRule implements Rule {
    private final RuleInfo info;

    /** @param info what {@link #info()} gives */
    protected CommandRule(RuleInfo info) {
        this.info = info;
    }

    @Override
    public final RuleInfo info() {
        return info;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (RunScript run : subject.runs()) {
            for (Command command : run.script().commands()) {
                check(command, run, findings);
            }
        }
    }

    /** Adds a finding where the command breaks the rule. */
    protected abstract void check(Command command, RunScript run, Findings findings);
}
