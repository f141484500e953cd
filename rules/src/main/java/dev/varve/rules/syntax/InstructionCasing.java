package dev.varve.rules.syntax;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An instruction that is not in the case that most of the file's are in. */
public final class InstructionCasing implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("instruction-casing", Category.SYNTAX, Severity.STYLE, "ConsistentInstructionCasing");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        List<Word> keywords = subject.dockerfile().stages().stream()
                .flatMap(InstructionCasing::keywords)
                .toList();
        long lower = keywords.stream()
                .map(Word::text)
                .filter(word -> word.equals(lower(word)))
                .count();
        long upper = keywords.stream()
                .map(Word::text)
                .filter(word -> word.equals(upper(word)))
                .count();
        boolean lowerWins = lower > upper;
        for (Word keyword : keywords) {
            String wanted = lowerWins ? lower(keyword.text()) : upper(keyword.text());
            if (!wanted.equals(keyword.text())) {
                findings.add(keyword.range(), keyword.text() + " is not written like the others; write " + wanted)
                        .safeFix("Write " + wanted, edits -> edits.replace(keyword.range(), wanted));
            }
        }
    }

    private static Stream<Word> keywords(Stage stage) {
        return Stream.concat(Stream.of(stage.from()), stage.instructions().stream())
                .map(Instruction::syntax)
                .map(syntax -> syntax.keyword());
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
