package dev.varve.engine.build;

import dev.varve.image.Digest;
import dev.varve.plan.BuildCache;
import dev.varve.plan.CacheRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a step.
 *
 * @param layers the diff IDs of the file system after it, the lowest first; empty where it changes the configuration only
 * @param layer the one that it made
 * @param created when the layer was made
 * @param took how long it ran, now or when it was put into the cache
 */
record StepResult(
        Status status, List<Digest> layers, Optional<Digest> layer, Optional<Instant> created, Duration took) {
    StepResult {
        layers = List.copyOf(layers);
    }

    /** What happened. */
    enum Status {
        /** An image that was there, or has been pulled. */
        BASE,
        CACHED,
        EXECUTED,
        /** It changes the configuration only. */
        EMPTY
    }

    static StepResult configuration() {
        return new StepResult(Status.EMPTY, List.of(), Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    static StepResult base(List<Digest> layers) {
        return new StepResult(Status.BASE, layers, Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    static StepResult found(List<Digest> below, BuildCache.Found found) {
        CacheRecord record = found.record();
        return new StepResult(
                found.cached() ? Status.CACHED : Status.EXECUTED,
                with(below, record.layer()),
                record.layer(),
                Optional.of(record.created()),
                record.took());
    }

    static StepResult executed(List<Digest> below, Optional<Digest> layer, Instant created, Duration took) {
        return new StepResult(Status.EXECUTED, with(below, layer), layer, Optional.of(created), took);
    }

    private static List<Digest> with(List<Digest> below, Optional<Digest> layer) {
        List<Digest> layers = new ArrayList<>(below);
        layer.ifPresent(layers::add);
        return layers;
    }
}
