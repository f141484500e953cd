package dev.varve.rules.packages;

import dev.varve.lint.CommandRule;
import dev.varve.lint.Findings;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;

/** Packages that are installed in whatever version is the newest. */
abstract class UnpinnedPackages extends CommandRule {
    private final String example;

    UnpinnedPackages(RuleInfo info, String example) {
        super(info);
        this.example = example;
    }

    @Override
    protected final void check(Command command, RunScript run, Findings findings) {
        List<ShellWord> unpinned = packages(command).stream()
                .filter(word -> !word.text().isEmpty() && !isPinned(word, run))
                .toList();
        if (unpinned.isEmpty()) {
            return;
        }
        List<String> names = unpinned.stream().map(ShellWord::text).toList();
        ShellWord first = unpinned.get(0);
        String more = names.size() == 1 ? "" : " and " + (names.size() - 1) + " more";
        findings.add(
                        first.range(),
                        names.get(0) + more + (names.size() == 1 ? " comes" : " come")
                                + " in whatever version is newest; name it, as in " + example)
                .evidence("packages", names);
    }

    /** What the command installs. */
    abstract List<ShellWord> packages(Command command);

    /** Whether the version is said. */
    abstract boolean isPinned(ShellWord name, RunScript run);

    /** The operands behind a command's task, flags and their values left out; none where it is not that task. */
    static List<ShellWord> operands(Command command, List<String> tasks, String... flagsWithValue) {
        List<ShellWord> operands = command.operands(flagsWithValue);
        for (int i = 0; i < operands.size(); i++) {
            if (tasks.contains(operands.get(i).text())) {
                return operands.subList(i + 1, operands.size());
            }
        }
        return List.of();
    }
}
