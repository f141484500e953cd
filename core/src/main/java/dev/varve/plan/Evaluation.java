package dev.varve.plan;

import dev.varve.context.Selector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One build held against a cache, step by step. */
abstract sealed class Evaluation permits GraphEvaluation, ChainEvaluation {
    private final LayerCache cache;
    private final PlannedBuild build;
    private final boolean keep;
    private final ContextReader contexts;
    private final String session;
    private final Map<Source.Image, Step> pulls = new HashMap<>();
    final CachedBuild result;

    Evaluation(LayerCache cache, PlannedBuild build, boolean keep, ContextReader contexts) {
        this.cache = cache;
        this.build = build;
        this.keep = keep;
        this.contexts = contexts;
        this.session = "session " + cache.nextSession++;
        this.result = new CachedBuild(build);
    }

    final LayerCache.Work work(Step step, Operation operation) {
        return cache.work(step, operation);
    }

    abstract CachedBuild run() throws IOException;

    final List<StagePlan> stages() {
        return build.plan().stages();
    }

    /** Asks the cache for one operation and leaves its result there. */
    final Outcome find(String definition, List<Dependency> dependencies) {
        Outcome outcome = cache.records.find(definition, dependencies);
        if (keep) {
            cache.records.add(definition, outcome, dependencies);
        }
        return outcome;
    }

    /** An image is a hit where an earlier build began with it. */
    final Outcome pull(Step step, Source.Image image) {
        pulls.put(image, step);
        Status status = cache.images.contains(image) ? Status.HIT : Status.MISS;
        if (keep) {
            cache.images.add(image);
        }
        return new Outcome(status, origin(image), Set.of());
    }

    /** The steps behind inputs. */
    final List<Step> sources(List<Input> inputs) {
        List<Step> sources = new ArrayList<>();
        for (Input input : inputs) {
            if (input.source() instanceof Source.Result earlier) {
                sources.add(earlier.step());
            } else if (input.source() instanceof Source.Image image && pulls.containsKey(image)) {
                sources.add(pulls.get(image));
            }
        }
        return sources;
    }

    final List<Dependency> dependencies(Step step, List<Input> inputs) throws IOException {
        List<Dependency> dependencies = new ArrayList<>();
        for (Input input : inputs) {
            dependencies.add(dependency(step, input));
        }
        return dependencies;
    }

    private Dependency dependency(Step step, Input input) throws IOException {
        Source source = input.source();
        String selection = selection(input.selectors());
        if (source instanceof Source.Context context) {
            return context(step, context, input);
        }
        if (source instanceof Source.Result earlier) {
            return left(step, earlier.step(), selection, input.byContent());
        }
        if (source instanceof Source.Inline || source instanceof Source.EmptyFolder) {
            return Dependency.content(source.toString());
        }
        return Dependency.origin(origin(source) + selection, input.byContent());
    }

    private Dependency left(Step reader, Step step, String selection, boolean byContent) {
        Outcome outcome = result.outcome(step);
        Optional<String> content =
                byContent && !outcome.isFailed() ? contexts.left(reader, step, result) : Optional.empty();
        return content.map(Dependency::content).orElseGet(() -> Dependency.result(outcome, selection, byContent));
    }

    private Dependency context(Step step, Source.Context source, Input input) throws IOException {
        if (!contexts.knows(source) || !input.byContent()) {
            // a folder that a stage begins with is new to every build: BuildKit keys it by session
            return Dependency.origin(session, false);
        }
        return contexts.read(step, source, input, result);
    }

    private static String origin(Source source) {
        return source.toString();
    }

    private static String selection(List<Selector> selectors) {
        return selectors.stream().map(Selector::path).sorted().collect(Collectors.joining("\0", "\0", ""));
    }
}
