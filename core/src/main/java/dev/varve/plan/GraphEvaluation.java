package dev.varve.plan;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * BuildKit's cache: a step is found by its own definition and by each of its inputs, which is either the very result it
 * was before or has the same content ({@code solver/edge.go}, {@code solver/cachemanager.go}).
 */
final class GraphEvaluation extends Evaluation {
    GraphEvaluation(LayerCache cache, PlannedBuild build, boolean keep, ContextReader contexts) {
        super(cache, build, keep, contexts);
    }

    @Override
    CachedBuild run() throws IOException {
        for (StagePlan stage : stages()) {
            for (Step step : stage.steps()) {
                Optional<Operation> operation = step.operation();
                if (operation.isPresent()) {
                    Outcome outcome = evaluate(step, operation.get());
                    LayerCache.Work work = work(step, operation.get());
                    result.put(step, outcome, work.definition(), sources(work.inputs()));
                }
            }
        }
        return result;
    }

    private Outcome evaluate(Step step, Operation operation) throws IOException {
        if (operation instanceof Pull pull) {
            return pull(step, pull.image());
        }
        if (operation instanceof CopyFiles copy && copy.link()) {
            return link(step, copy);
        }
        LayerCache.Work work = work(step, operation);
        return find(work.definition(), dependencies(step, work.inputs()));
    }

    /** The copy is found whatever lies below it; what comes after it sees the two merged (BuildKit's MergeOp). */
    private Outcome link(Step step, CopyFiles copy) throws IOException {
        CopyFiles alone = copy.unlinked();
        Outcome files = find(alone.definition(), dependencies(step, alone.inputs()));
        Dependency layer = Dependency.result(files, "", false);
        Dependency below = dependencies(step, List.of(new Input(copy.parent(), List.of(), false)))
                .get(0);
        Outcome merged = find("merge", List.of(below, layer));
        return new Outcome(files.status(), merged.id(), merged.candidates());
    }
}
