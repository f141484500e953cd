package dev.varve.plan;

import dev.varve.context.BuildContext;
import dev.varve.context.ContentHash;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What earlier builds left behind, and what a build makes of it. Nothing is built: a step that must run is taken to
 * have run.
 */
public final class LayerCache {
    private final CacheModel model;
    final AssumedRecords records = new AssumedRecords();
    final Set<Source> images = new HashSet<>();
    int nextSession;
    private final Map<Source.Context, ContentHash> hashes = new HashMap<>();

    /** An empty cache. */
    public LayerCache(CacheModel model) {
        this.model = model;
    }

    public CacheModel model() {
        return model;
    }

    /**
     * Builds: asks the cache for every step and leaves every step's result in it.
     *
     * @throws IOException where a file of the context cannot be read
     */
    public CachedBuild build(PlannedBuild build) throws IOException {
        return evaluation(build, true).run();
    }

    /**
     * Asks the cache for every step without leaving anything in it.
     *
     * @throws IOException where a file of the context cannot be read
     */
    public CachedBuild ask(PlannedBuild build) throws IOException {
        return evaluation(build, false).run();
    }

    /** For a build's context, of which the build before mostly knew the same. */
    ContentHash hash(Source.Context source, BuildContext context) {
        ContentHash last = hashes.get(source);
        ContentHash next = last == null ? new ContentHash(context) : last.next(context);
        hashes.put(source, next);
        return next;
    }

    private Evaluation evaluation(PlannedBuild build, boolean keep) {
        return switch (model) {
            case BUILDKIT -> new GraphEvaluation(this, build, keep);
            case CLASSIC -> new ChainEvaluation(this, build, keep);
        };
    }
}
