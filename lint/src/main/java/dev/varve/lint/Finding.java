package dev.varve.lint;

import dev.varve.dockerfile.SourceRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something found in a file.
 *
 * @param rule which rule found it
 * @param range the chars it is about
 * @param message what is wrong and what to do about it, one sentence or two
 * @param evidence what shows it: numbers, texts, lists and maps of them by name
 * @param fixes ways to mend it, the best first
 */
public record Finding(
        RuleInfo rule,
        Severity severity,
        SourceRange range,
        String message,
        Map<String, Object> evidence,
        List<Fix> fixes) {
    public Finding {
        evidence = evidence.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
        fixes = List.copyOf(fixes);
    }

    /** The same with another severity. */
    public Finding with(Severity other) {
        return new Finding(rule, other, range, message, evidence, fixes);
    }
}
