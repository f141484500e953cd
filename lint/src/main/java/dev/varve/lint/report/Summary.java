package dev.varve.lint.report;

import dev.varve.lint.Severity;
import java.util.ArrayList;
import java.util.List;

/** How much was found, in a few words. */
final class Summary {
    private Summary() {}

    /** {@code 2 errors, 1 warning}. */
    static String counts(LintReport report) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = report.count(severity);
            if (count > 0) {
                String word = switch (severity) {
                    case ERROR -> count == 1 ? "error" : "errors";
                    case WARNING -> count == 1 ? "warning" : "warnings";
                    case INFO -> count == 1 ? "hint" : "hints";
                    case STYLE -> "of style";
                };
                parts.add(count + " " + word);
            }
        }
        return String.join(", ", parts);
    }
}
