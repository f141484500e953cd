package dev.varve.rules.config;

import dev.varve.dockerfile.Cmd;
import dev.varve.dockerfile.Entrypoint;
import dev.varve.dockerfile.Healthcheck;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.HashMap;
import java.util.Map;

/** CMD, ENTRYPOINT or HEALTHCHECK that a later one replaces. */
public final class RepeatedInstruction implements Rule {
    private static final RuleInfo INFO = RuleInfo.of(
            "repeated-instruction",
            Category.CONFIG,
            Severity.ERROR,
            "DL3012",
            "DL4003",
            "DL4004",
            "MultipleInstructionsDisallowed");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            Map<String, Instruction> last = new HashMap<>();
            for (Instruction instruction : stage.instructions()) {
                boolean single = instruction instanceof Cmd
                        || instruction instanceof Entrypoint
                        || instruction instanceof Healthcheck;
                Instruction before = single ? last.put(instruction.name(), instruction) : null;
                if (before != null) {
                    report(before, findings);
                }
            }
        }
    }

    private static void report(Instruction before, Findings findings) {
        findings.add(before, "A later " + before.name() + " of the stage replaces this one; leave it out")
                .severity(before instanceof Cmd ? Severity.WARNING : Severity.ERROR)
                .safeFix("Leave it out", edits -> edits.delete(before));
    }
}
