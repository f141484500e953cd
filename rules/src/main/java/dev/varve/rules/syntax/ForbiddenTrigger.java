package dev.varve.rules.syntax;

import dev.varve.dockerfile.Diagnostic;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Invalid;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An instruction that ONBUILD cannot keep. */
public final class ForbiddenTrigger implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("forbidden-trigger", Category.SYNTAX, Severity.ERROR, "DL3043");
    private static final Set<String> FORBIDDEN = Set.of("ONBUILD", "FROM", "MAINTAINER");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Instruction instruction : subject.dockerfile().instructions()) {
            List<Word> words = instruction.syntax().args();
            if (instruction instanceof Invalid && instruction.name().equals("ONBUILD") && !words.isEmpty()) {
                String trigger = words.get(0).text().toUpperCase(Locale.ROOT);
                if (FORBIDDEN.contains(trigger)) {
                    findings.add(words.get(0).range(), "ONBUILD cannot keep " + trigger + " for a later build");
                }
            }
        }
    }

    /** Whether what the parser says is what this rule says. */
    static boolean isToldBy(Diagnostic diagnostic) {
        return diagnostic.message().startsWith("ONBUILD cannot be followed by ");
    }
}
