package dev.varve.plan;

import dev.varve.image.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A step that has run.
 *
 * @param id names its result; a step that ran again with another result has another id
 * @param dependencies what it was given, in the order of its operation's inputs
 * @param layer what it left, the diff ID of its layer; empty where it left the file system as it was
 * @param created when it ran
 * @param took how long it ran
 */
public record CacheRecord(
        String id, List<Dependency> dependencies, Optional<Digest> layer, Instant created, Duration took) {
    public CacheRecord {
        dependencies = List.copyOf(dependencies);
    }

    /** The same result, reached from these inputs. */
    CacheRecord with(List<Dependency> others) {
        return new CacheRecord(id, others, layer, created, took);
    }
}
