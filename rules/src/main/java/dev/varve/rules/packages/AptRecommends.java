package dev.varve.rules.packages;

import dev.varve.dockerfile.Run;
import dev.varve.lint.Category;
import dev.varve.lint.CommandRule;
import dev.varve.lint.Findings;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;
import java.util.regex.Pattern;

/** {@code apt-get install} of what is only recommended. */
public final class AptRecommends extends CommandRule {
    private static final Pattern CONFIGURED =
            Pattern.compile("(?i)(?<!-)Install-Recommends[\\s=\"'\\\\]*(false|0|no)\\b");

    /** The rule. */
    public AptRecommends() {
        super(RuleInfo.of("apt-recommends", Category.PACKAGES, Severity.INFO, "DL3015"));
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (RunScript run : subject.runs()) {
            List<Command> commands = run.script().commands("apt-get");
            if (!commands.isEmpty() && (run.stage().isEmpty() || !isTurnedOff(subject, run))) {
                commands.forEach(command -> check(command, run, findings));
            }
        }
    }

    /** Whether a file of configuration that was written before says that recommended packages are not wanted. */
    private static boolean isTurnedOff(Subject subject, RunScript run) {
        int line = run.run().line();
        return subject.lineage(run.stage().orElseThrow()).stream()
                .flatMap(stage -> stage.instructions().stream())
                .filter(instruction -> instruction instanceof Run && instruction.line() <= line)
                .anyMatch(instruction -> CONFIGURED
                        .matcher(subject.script(instruction).source().text())
                        .find());
    }

    @Override
    protected void check(Command command, RunScript run, Findings findings) {
        boolean off = command.hasFlag("no-install-recommends")
                || command.texts().stream()
                        .anyMatch(text -> CONFIGURED.matcher(text).find());
        if (!command.is("apt-get") || off) {
            return;
        }
        for (ShellWord argument : command.arguments()) {
            if (argument.text().equals("install")) {
                Findings.Draft found = findings.add(
                        command.range(),
                        "apt-get installs what packages only recommend too; say --no-install-recommends");
                if (run.isShellForm()) {
                    found.unsafeFix(
                            "Say --no-install-recommends",
                            edits -> edits.insert(argument.range().end(), " --no-install-recommends"));
                }
                return;
            }
        }
    }
}
