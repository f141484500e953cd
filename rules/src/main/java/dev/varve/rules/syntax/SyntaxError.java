package dev.varve.rules.syntax;

import dev.varve.dockerfile.Diagnostic;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** What BuildKit refuses to read. */
public final class SyntaxError implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("syntax-error", Category.SYNTAX, Severity.ERROR, "DL1000");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Diagnostic diagnostic : subject.dockerfile().diagnostics()) {
            if (!isToldElsewhere(diagnostic)) {
                boolean error = diagnostic.severity() == Diagnostic.Severity.ERROR;
                findings.add(diagnostic.range(), diagnostic.message())
                        .severity(error ? Severity.ERROR : Severity.WARNING);
            }
        }
    }

    private static boolean isToldElsewhere(Diagnostic diagnostic) {
        return EmptyContinuation.isToldBy(diagnostic)
                || ForbiddenTrigger.isToldBy(diagnostic)
                || InstructionBeforeFrom.isToldBy(diagnostic);
    }
}
