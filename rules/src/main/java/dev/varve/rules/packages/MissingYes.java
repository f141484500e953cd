package dev.varve.rules.packages;

import dev.varve.lint.CommandRule;
import dev.varve.lint.Findings;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;

/** A package manager that asks whether it may go on, where nobody answers. */
abstract class MissingYes extends CommandRule {
    private final List<String> programs;
    private final List<String> tasks;
    private final String[] flags;

    MissingYes(RuleInfo info, List<String> programs, List<String> tasks, String... flags) {
        super(info);
        this.programs = programs;
        this.tasks = tasks;
        this.flags = flags;
    }

    @Override
    protected final void check(Command command, RunScript run, Findings findings) {
        if (!programs.contains(command.name()) || isAnswered(command)) {
            return;
        }
        for (ShellWord argument : command.arguments()) {
            if (tasks.contains(argument.text())) {
                Findings.Draft found = findings.add(
                        command.range(),
                        command.name() + " " + argument.text()
                                + " asks before it goes on, and a build cannot answer; say -y");
                if (run.isShellForm()) {
                    found.safeFix(
                            "Say -y", edits -> edits.insert(argument.range().end(), " -y"));
                }
                return;
            }
        }
    }

    /** Whether the question has its answer. */
    boolean isAnswered(Command command) {
        return command.hasFlag(flags) || PipedYes.into(command);
    }
}
