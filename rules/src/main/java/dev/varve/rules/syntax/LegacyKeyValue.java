package dev.varve.rules.syntax;

import dev.varve.dockerfile.Assignment;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Label;
import dev.varve.dockerfile.SourceRange;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Placed;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** ENV and LABEL with a blank between key and value. */
public final class LegacyKeyValue implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("legacy-key-value", Category.SYNTAX, Severity.WARNING, "LegacyKeyValueFormat");

    private static final Pattern WORD = Pattern.compile("[^\\s\"'\\\\`]+");
    private static final Pattern WORDS = Pattern.compile("[^\"'\\\\`\r\n]+");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\\\`]*\"|'[^']*'");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Placed placed : subject.instructions()) {
            Instruction instruction = placed.instruction();
            List<Assignment> assignments = instruction instanceof Env env
                    ? env.assignments()
                    : instruction instanceof Label label ? label.assignments() : List.of();
            assignments.stream()
                    .filter(Assignment::legacy)
                    .forEach(assignment -> report(instruction, assignment, findings));
        }
    }

    private static void report(Instruction instruction, Assignment assignment, Findings findings) {
        String key = assignment.key().text();
        Findings.Draft finding = findings.add(
                instruction,
                instruction.name() + " " + key + " has a blank between key and value; write " + key + "=value");
        Optional<String> value = quoted(assignment.value().text());
        if (value.isPresent() && instruction.syntax().innerComments().isEmpty()) {
            SourceRange pair = new SourceRange(
                    assignment.key().range().start(), assignment.value().range().end());
            finding.safeFix("Write " + key + "=", edits -> edits.replace(pair, key + "=" + value.get()));
        }
    }

    /** The value as one word that means the same; empty where quotes and escapes make that doubtful. */
    private static Optional<String> quoted(String value) {
        if (WORD.matcher(value).matches() || QUOTED.matcher(value).matches()) {
            return Optional.of(value);
        }
        return WORDS.matcher(value).matches() ? Optional.of('"' + value + '"') : Optional.empty();
    }
}
