package dev.varve.plan;

import java.io.IOException;
import java.util.Optional;

/**
 * Contexts of which only keys are known.
 *
 * @param keys by step
 * @param results what is read of results
 */
record KeyedContexts(ContextKeys keys, ResultKeys results) implements ContextReader {
    @Override
    public boolean knows(Source.Context source) {
        return true;
    }

    @Override
    public Dependency read(Step step, Source.Context source, Input input, CachedBuild build) throws IOException {
        return Dependency.content(keys.key(step, source));
    }

    @Override
    public Optional<String> left(Step reader, Step left, CachedBuild soFar) {
        return results.key(reader, left, soFar);
    }
}
