package dev.varve.rules.syntax;

import dev.varve.dockerfile.Diagnostic;
import dev.varve.dockerfile.Instruction;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** An instruction in front of the first FROM. */
public final class InstructionBeforeFrom implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("instruction-before-from", Category.SYNTAX, Severity.ERROR, "DL3061");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Instruction instruction : subject.dockerfile().instructions()) {
            if (instruction.name().equals("FROM")) {
                return;
            }
            if (!instruction.name().equals("ARG")) {
                findings.add(
                        instruction, instruction.name() + " stands in front of the first FROM, where only ARG may");
            }
        }
    }

    /** Whether what the parser says is what this rule says. */
    static boolean isToldBy(Diagnostic diagnostic) {
        return diagnostic.message().endsWith(" stands in front of the first FROM, where only ARG can");
    }
}
