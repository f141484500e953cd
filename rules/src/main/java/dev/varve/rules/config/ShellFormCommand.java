package dev.varve.rules.config;

import dev.varve.dockerfile.Cmd;
import dev.varve.dockerfile.Entrypoint;
import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Shell;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.shell.Script;

/** CMD or ENTRYPOINT behind a shell that takes the signals. */
public final class ShellFormCommand implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("shell-form-command", Category.CONFIG, Severity.WARNING, "DL3025", "JSONArgsRecommended");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            boolean chosen = subject.lineage(stage).stream()
                    .flatMap(ancestor -> ancestor.instructions().stream())
                    .anyMatch(Shell.class::isInstance);
            for (Instruction instruction : stage.instructions()) {
                boolean shell = instruction.syntax().form() == Form.SHELL
                        && !instruction.syntax().args().isEmpty();
                boolean command = instruction instanceof Cmd || instruction instanceof Entrypoint;
                if (shell && command && !chosen) {
                    report(instruction, subject.script(instruction), findings);
                }
            }
        }
    }

    private static void report(Instruction instruction, Script script, Findings findings) {
        SourceRange range = instruction.syntax().args().get(0).range();
        Findings.Draft found = findings.add(
                instruction, "A shell is put around this and gets the signals meant for it; write a JSON array");
        JsonCommand.of(script)
                .ifPresent(json -> found.unsafeFix("Write a JSON array", edits -> edits.replace(range, json)));
    }
}
