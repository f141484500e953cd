package dev.varve.plan;

import dev.varve.dockerfile.Arg;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The classic chain: each instruction's key covers the one before it, the instruction with its variables expanded and
 * the content of what it copies.
 */
final class ChainEvaluation extends Evaluation {
    private final Map<Integer, Step> lastOfStage = new HashMap<>();

    ChainEvaluation(LayerCache cache, PlannedBuild build, boolean keep, ContextReader contexts) {
        super(cache, build, keep, contexts);
    }

    @Override
    CachedBuild run() throws IOException {
        for (StagePlan stage : stages()) {
            Step previous = stage.base().map(lastOfStage::get).orElse(null);
            for (Step step : stage.steps()) {
                List<Step> sources = new ArrayList<>(previous == null ? List.of() : List.of(previous));
                step.operation().ifPresent(operation -> sources.addAll(sources(operation.inputs())));
                result.put(step, evaluate(step, previous), definition(step, step.operation()), sources);
                previous = step;
            }
            if (previous != null) {
                lastOfStage.put(stage.index(), previous);
            }
        }
        return result;
    }

    private Outcome evaluate(Step step, @Nullable Step previous) throws IOException {
        Optional<Operation> operation = step.operation();
        if (operation.isPresent() && operation.get() instanceof Pull pull) {
            return pull(step, pull.image());
        }
        List<Dependency> dependencies = new ArrayList<>();
        if (previous != null) {
            Outcome parent = result.outcome(previous);
            dependencies.add(Dependency.result(parent, "", false));
        }
        if (operation.isPresent()) {
            List<Input> read =
                    operation.get().inputs().stream().filter(Input::byContent).toList();
            dependencies.addAll(dependencies(step, read));
        }
        return find(definition(step, operation), dependencies);
    }

    /** An argument counts where a RUN sees it, not where it is declared. */
    private static String definition(Step step, Optional<Operation> operation) {
        Definition definition = new Definition("instruction");
        definition.add(step.instruction() instanceof Arg ? step.text() : step.effect());
        if (operation.isPresent() && operation.get() instanceof Exec exec) {
            exec.mounts().forEach(mount -> definition.add(mount.definition()));
        }
        return definition.toString();
    }
}
