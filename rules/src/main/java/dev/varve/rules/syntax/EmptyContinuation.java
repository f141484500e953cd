package dev.varve.rules.syntax;

import dev.varve.dockerfile.Diagnostic;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Heredoc;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.SourceRange;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.ArrayList;
import java.util.List;

/** An empty line among the continuation lines of an instruction. */
public final class EmptyContinuation implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("empty-continuation", Category.SYNTAX, Severity.WARNING, "NoEmptyContinuation");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** Whether the parser tells of such a line, so that no other rule has to. */
    static boolean isToldBy(Diagnostic diagnostic) {
        return diagnostic.range().isEmpty() && diagnostic.message().startsWith("empty line inside");
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Dockerfile file = subject.dockerfile();
        for (Diagnostic diagnostic : file.diagnostics()) {
            if (isToldBy(diagnostic)) {
                List<SourceRange> blank = blankLines(file, diagnostic.range().start());
                findings.add(
                                diagnostic.range(),
                                "Empty line inside an instruction, which Docker means to refuse; delete it")
                        .safeFix("Delete the empty lines", edits -> blank.forEach(edits::delete));
            }
        }
    }

    private static List<SourceRange> blankLines(Dockerfile file, int from) {
        List<SourceRange> lines = new ArrayList<>();
        int end = file.instructions().stream()
                .filter(instruction -> instruction.range().contains(from))
                .map(EmptyContinuation::endOfCommand)
                .findFirst()
                .orElse(from);
        String text = file.text();
        for (int start = from; start < end; ) {
            int next = text.indexOf('\n', start) + 1;
            if (next == 0) {
                break;
            }
            if (text.substring(start, next).isBlank()) {
                lines.add(new SourceRange(start, next));
            }
            start = next;
        }
        return lines;
    }

    private static int endOfCommand(Instruction instruction) {
        List<Heredoc> heredocs = instruction.syntax().heredocs();
        return heredocs.isEmpty()
                ? instruction.range().end()
                : heredocs.get(0).body().start();
    }
}
