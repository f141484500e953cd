package dev.varve.plan;

import java.io.IOException;

/**
 * Contexts of which only keys are known.
 *
 * @param keys by step
 */
record KeyedContexts(ContextKeys keys) implements ContextReader {
    @Override
    public boolean knows(Source.Context source) {
        return true;
    }

    @Override
    public Dependency read(Step step, Source.Context source, Input input, CachedBuild build) throws IOException {
        return Dependency.content(keys.key(step, source));
    }
}
