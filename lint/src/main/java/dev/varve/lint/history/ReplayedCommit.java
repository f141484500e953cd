package dev.varve.lint.history;

import dev.varve.lint.history.replay.StepOutcome;
import java.time.Instant;
import java.util.List;

/**
 * One build of the past.
 *
 * @param id the commit's full hexadecimal id
 * @param message the first line of its message
 * @param time when it was committed
 * @param outcomes what became of each step, in the order of {@link ReplayReport#steps()}
 */
public record ReplayedCommit(String id, String message, Instant time, List<StepOutcome> outcomes) {
    public ReplayedCommit {
        outcomes = List.copyOf(outcomes);
    }
}
