package dev.varve.plan;

import java.io.IOException;

/** Where an {@link Evaluation} learns what a step reads of a build context. */
sealed interface ContextReader permits HashedContexts, KeyedContexts {

    /** What the step reads; the selection it comes from is left with the build where there is one. */
    Dependency read(Step step, Source.Context source, Input input, CachedBuild build) throws IOException;

    /** Whether there is such a context. */
    boolean knows(Source.Context source);
}
