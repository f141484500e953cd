package dev.varve.lint.layers;

import dev.varve.dockerfile.Instruction;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.CacheModel;
import dev.varve.plan.CachedBuild;
import dev.varve.plan.ContextKeys;
import dev.varve.plan.LayerCache;
import dev.varve.plan.PlanException;
import dev.varve.plan.Status;
import dev.varve.plan.Step;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the layer cache which steps run again when one input of a build changes and nothing else. */
public final class Reruns {
    private static final ContextKeys UNCHANGED = (step, context) -> "";

    private final BuildPlan plan;
    private final CacheModel model;

    public Reruns(BuildPlan plan, CacheModel model) {
        this.plan = plan;
        this.model = model;
    }

    /** The steps that run again, the COPY among them, when a file changes that this COPY takes and no other step. */
    public List<Step> afterFiles(Instruction copy) {
        ContextKeys changed = (step, context) -> step.instruction() == copy ? "changed" : "";
        return after(plan, changed);
    }

    /** The steps that run again when a build argument has another value. */
    public List<Step> afterArgument(String name) {
        Map<String, String> arguments = new HashMap<>(plan.options().buildArgs());
        arguments.put(name, "changed");
        BuildOptions options = plan.options().withBuildArgs(arguments);
        try {
            BuildPlan changed =
                    BuildPlan.of(plan.dockerfile(), options, plan.target().index());
            return after(changed, UNCHANGED);
        } catch (PlanException e) {
            return List.of();
        }
    }

    private List<Step> after(BuildPlan changed, ContextKeys keys) {
        try {
            LayerCache cache = LayerCache.ofNewResults(model);
            cache.build(plan, UNCHANGED);
            CachedBuild again = cache.build(changed, keys);
            return changed.steps().stream()
                    .filter(step ->
                            again.status(step).filter(Status.MISS::equals).isPresent())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("no file is read here", e);
        }
    }
}
