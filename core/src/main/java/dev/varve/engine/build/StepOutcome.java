package dev.varve.engine.build;

import dev.varve.image.Digest;
import dev.varve.plan.Cause;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of one instruction of a build.
 *
 * @param cause why it ran, in terms of what changed since the last build of the project; empty where it did not run, and
 *     where that cannot be told: the first time, or after the cache has been pruned
 * @param took how long it ran, here or where it did; zero where it was cached
 * @param layer the diff ID of the layer it made, now or earlier
 * @param size the bytes of that layer's archive, uncompressed
 */
public record StepOutcome(
        StagePlan stage,
        Step step,
        Status status,
        Optional<Cause> cause,
        Duration took,
        Optional<Digest> layer,
        long size) {

    /** What became of it. */
    public enum Status {
        /** Its result was there: taken from the cache, or the image that a stage begins with. */
        CACHED,
        /** It ran; of a {@link BuildTrail}, it may have done so in a build that is not one of the trail's. */
        EXECUTED,
        /** It changes the configuration only. */
        EMPTY
    }

    static StepOutcome of(StagePlan stage, Step step, StepResult result, long size, Optional<Cause> cause) {
        Status status = switch (result.status()) {
            case BASE, CACHED -> Status.CACHED;
            case EXECUTED -> Status.EXECUTED;
            case EMPTY -> Status.EMPTY;
        };
        Duration took = status == Status.EXECUTED ? result.took() : Duration.ZERO;
        return new StepOutcome(
                stage, step, status, status == Status.EXECUTED ? cause : Optional.empty(), took, result.layer(), size);
    }
}
