package dev.varve.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a change does to a build: which steps are taken from the cache that the build before the change left, which run
 * again, and because of what. Only what is given can differ: a tag, a URL or a git branch is taken to mean the same as before.
 *
 * @param model whose cache
 * @param steps every instruction of every stage that the target needs, in the order of the file
 */
public record Prediction(CacheModel model, List<StepPrediction> steps) {
    public Prediction {
        steps = List.copyOf(steps);
    }

    /**
     * Builds one state into an empty cache and asks that cache about another.
     *
     * @throws IOException where a file of a build context cannot be read
     */
    public static Prediction of(CacheModel model, PlannedBuild before, PlannedBuild after) throws IOException {
        LayerCache cache = new LayerCache(model);
        CachedBuild built = cache.build(before);
        CachedBuild asked = cache.ask(after);
        Causes causes = new Causes(built, asked);
        List<StepPrediction> steps = new ArrayList<>();
        for (StagePlan stage : after.plan().stages()) {
            for (Step step : stage.steps()) {
                Optional<Status> status = asked.status(step);
                steps.add(new StepPrediction(
                        stage, step, status.isPresent(), status.orElse(Status.HIT), causes.of(stage, step)));
            }
        }
        return new Prediction(model, steps);
    }

    /** How many steps have this status, instructions that are no steps left out. */
    public long count(Status status) {
        return steps.stream()
                .filter(step -> step.isStep() && step.status() == status)
                .count();
    }
}
