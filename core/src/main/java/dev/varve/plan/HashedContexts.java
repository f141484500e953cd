package dev.varve.plan;

import dev.varve.context.BuildContext;
import dev.varve.context.ContentHash;
import dev.varve.context.Selection;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Contexts whose files are at hand. */
final class HashedContexts implements ContextReader {
    private final LayerCache cache;
    private final Contexts contexts;
    private final Map<Source.Context, ContentHash> hashes = new HashMap<>();

    HashedContexts(LayerCache cache, Contexts contexts) {
        this.cache = cache;
        this.contexts = contexts;
    }

    @Override
    public boolean knows(Source.Context source) {
        return contexts.find(source).isPresent();
    }

    @Override
    public Dependency read(Step step, Source.Context source, Input input, CachedBuild build) throws IOException {
        BuildContext context = contexts.find(source).orElseThrow();
        ContentHash hash = hashes.computeIfAbsent(source, key -> cache.hash(source, context));
        Selection selection = hash.of(input.selectors());
        build.put(step, source, selection);
        return selection.problems().isEmpty() ? Dependency.content(selection.digest()) : Dependency.impossible();
    }
}
