package dev.varve.plan;

import java.util.Set;

/**
 * What the cache says of a step, and what its result may be known as to the steps that depend on it.
 *
 * @param id the recorded step with the same result, or a new one
 * @param candidates recorded steps whose result may turn out to be the same
 */
record Outcome(Status status, String id, Set<String> candidates) {
    /** A step that cannot run, and so has no result. */
    static final Outcome FAILED = new Outcome(Status.MISS, "", Set.of());

    boolean isFailed() {
        return id.isEmpty();
    }
}
