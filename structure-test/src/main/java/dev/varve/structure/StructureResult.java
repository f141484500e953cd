package dev.varve.structure;

import java.time.Duration;
import java.util.List;

/**
 * What became of a test.
 *
 * @param failures what was expected and what was found instead; none where it passed
 * @param stdout what a command printed
 * @param stderr what it printed on standard error
 * @param duration how long a command took; zero for everything else
 */
public record StructureResult(
        StructureTest test, List<String> failures, String stdout, String stderr, Duration duration) {
    /** A result of a copied list. */
    public StructureResult {
        failures = List.copyOf(failures);
    }

    static StructureResult of(StructureTest test, List<String> failures) {
        return new StructureResult(test, failures, "", "", Duration.ZERO);
    }

    /** Whether all was as expected. */
    public boolean passed() {
        return failures.isEmpty();
    }
}
