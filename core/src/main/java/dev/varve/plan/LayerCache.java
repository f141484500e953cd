package dev.varve.plan;

import dev.varve.context.BuildContext;
import dev.varve.context.ContentHash;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What earlier builds left behind, and what a build makes of it. Nothing is built: a step that must run is taken to
 * have run.
 */
public final class LayerCache {
    private final CacheModel model;
    final StepRecords records;
    final Set<Source> images = new HashSet<>();
    int nextSession;
    private final Map<Source.Context, ContentHash> hashes = new HashMap<>();
    private final Map<Step, Work> works = new HashMap<>();

    /** What of a step is the same in every build of its plan. */
    record Work(String definition, List<Input> inputs) {}

    private LayerCache(CacheModel model, StepRecords records) {
        this.model = model;
        this.records = records;
    }

    /** An empty cache. What a step leaves that runs again is not known, so that others may be {@link Status#UNKNOWN}. */
    public LayerCache(CacheModel model) {
        this(model, new AssumedRecords());
    }

    /** An empty cache where a step that runs again is taken to leave something new. Nothing is {@link Status#UNKNOWN}. */
    public static LayerCache ofNewResults(CacheModel model) {
        return new LayerCache(model, new RenewingRecords());
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
        return evaluation(build, true, new HashedContexts(this, build.contexts()))
                .run();
    }

    /**
     * The same where of earlier steps' results nothing is known but which they are.
     *
     * @throws IOException where there is no key
     */
    public CachedBuild build(BuildPlan plan, ContextKeys keys) throws IOException {
        return build(plan, keys, ResultKeys.NONE);
    }

    /**
     * Builds with contexts of which only keys are known.
     *
     * @param results what is known of what steps read of others' results
     * @throws IOException where there is no key
     */
    public CachedBuild build(BuildPlan plan, ContextKeys keys, ResultKeys results) throws IOException {
        CachedBuild built = evaluation(
                        new PlannedBuild(plan, new Contexts(Map.of())), true, new KeyedContexts(keys, results))
                .run();
        if (records instanceof RenewingRecords renewing) {
            renewing.nextBuild();
        }
        return built;
    }

    /** Forgets the results that none of the last {@code builds} builds used; only where results are taken to be new. */
    public void keepLast(int builds) {
        if (records instanceof RenewingRecords renewing) {
            renewing.keepLast(builds);
        }
    }

    /**
     * Asks the cache for every step without leaving anything in it.
     *
     * @throws IOException where a file of the context cannot be read
     */
    public CachedBuild ask(PlannedBuild build) throws IOException {
        return evaluation(build, false, new HashedContexts(this, build.contexts()))
                .run();
    }

    /** For a build's context, of which the build before mostly knew the same. */
    ContentHash hash(Source.Context source, BuildContext context) {
        ContentHash last = hashes.get(source);
        ContentHash next = last == null ? new ContentHash(context) : last.next(context);
        hashes.put(source, next);
        return next;
    }

    Work work(Step step, Operation operation) {
        return works.computeIfAbsent(step, key -> new Work(operation.definition(), operation.inputs()));
    }

    private Evaluation evaluation(PlannedBuild build, boolean keep, ContextReader contexts) {
        return switch (model) {
            case BUILDKIT -> new GraphEvaluation(this, build, keep, contexts);
            case CLASSIC -> new ChainEvaluation(this, build, keep, contexts);
        };
    }
}
