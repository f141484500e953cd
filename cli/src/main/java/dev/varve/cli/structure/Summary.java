package dev.varve.cli.structure;

import dev.varve.structure.StructureResult;
import java.time.Duration;
import java.util.List;

/** What all results come to. */
record Summary(int passes, int failures, Duration duration) {
    static Summary of(List<StructureResult> results) {
        int passes = (int) results.stream().filter(StructureResult::passed).count();
        Duration duration = results.stream().map(StructureResult::duration).reduce(Duration.ZERO, Duration::plus);
        return new Summary(passes, results.size() - passes, duration);
    }

    int total() {
        return passes + failures;
    }

    /** Whether there was a test, and none failed. */
    boolean passed() {
        return failures == 0 && passes > 0;
    }
}
