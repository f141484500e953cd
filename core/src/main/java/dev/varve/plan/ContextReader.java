package dev.varve.plan;

import java.io.IOException;
import java.util.Optional;

/** Where an {@link Evaluation} learns what a step reads of a build context. */
sealed interface ContextReader permits HashedContexts, KeyedContexts {

    /** What the step reads; the selection it comes from is left with the build where there is one. */
    Dependency read(Step step, Source.Context source, Input input, CachedBuild build) throws IOException;

    /** Whether there is such a context. */
    boolean knows(Source.Context source);

    /** What stands for the content that a step reads of an earlier one's result; empty where only the result itself does. */
    default Optional<String> left(Step reader, Step left, CachedBuild soFar) {
        return Optional.empty();
    }
}
