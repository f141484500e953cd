package dev.varve.plan;

import dev.varve.dockerfile.Diagnostic;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.image.ImageConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What building a Dockerfile comes to: the stages that the target needs, each instruction a {@link Step} with its
 * variables expanded. A step stands after everything it depends on.
 *
 * <p>Follows BuildKit's {@code frontend/dockerfile/dockerfile2llb/convert.go}.
 */
public final class BuildPlan {
    private final Dockerfile dockerfile;
    private final BuildOptions options;
    private final List<StagePlan> stages;
    private final Map<Integer, StagePlan> byIndex;

    private BuildPlan(Dockerfile dockerfile, BuildOptions options, List<StagePlan> stages) {
        this.dockerfile = dockerfile;
        this.options = options;
        this.stages = List.copyOf(stages);
        this.byIndex = this.stages.stream().collect(Collectors.toMap(StagePlan::index, stage -> stage));
    }

    /** @throws PlanException where the Dockerfile cannot be built: it has errors, or its stages make no sense */
    public static BuildPlan of(Dockerfile dockerfile, BuildOptions options) throws PlanException {
        StageGraph graph = graph(dockerfile, options);
        return of(dockerfile, options, graph, graph.target());
    }

    /**
     * The same for the stage of an index, which may have no name; the options' target does not count.
     *
     * @param stage from 0
     * @throws PlanException where the stage cannot be built
     */
    public static BuildPlan of(Dockerfile dockerfile, BuildOptions options, int stage) throws PlanException {
        StageGraph graph = graph(dockerfile, options);
        return of(dockerfile, options, graph, graph.node(stage));
    }

    private static StageGraph graph(Dockerfile dockerfile, BuildOptions options) throws PlanException {
        refuseErrors(dockerfile);
        return new StageGraph(dockerfile, options);
    }

    private static BuildPlan of(Dockerfile dockerfile, BuildOptions options, StageGraph graph, StageNode target)
            throws PlanException {
        List<StagePlan> stages = new ArrayList<>();
        for (StageNode node : graph.reachableFrom(target)) {
            StagePlanner planner = new StagePlanner(dockerfile, graph, options, node);
            List<Step> steps = planner.plan();
            ImageConfig image = node == target ? planner.targetImage() : planner.image();
            stages.add(new StagePlan(node.stage.index(), node.displayName(), node.baseStage(), steps, image));
        }
        return new BuildPlan(dockerfile, options, stages);
    }

    private static void refuseErrors(Dockerfile dockerfile) throws PlanException {
        for (Diagnostic diagnostic : dockerfile.diagnostics()) {
            if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
                throw new PlanException(diagnostic.line(), diagnostic.message());
            }
        }
        if (dockerfile.stages().isEmpty()) {
            throw new PlanException(0, "the Dockerfile has no stage to build: it has no FROM");
        }
    }

    public Dockerfile dockerfile() {
        return dockerfile;
    }

    public BuildOptions options() {
        return options;
    }

    /** The stage of this index; empty where the target does not need it. */
    public Optional<StagePlan> stage(int index) {
        return Optional.ofNullable(byIndex.get(index));
    }

    /** The names of the build contexts that steps read; that of the main one is empty. */
    public Set<String> contexts() {
        Set<String> names = new TreeSet<>();
        for (Step step : steps()) {
            step.operation().map(Operation::inputs).orElse(List.of()).forEach(input -> {
                if (input.source() instanceof Source.Context context) {
                    names.add(context.name());
                }
            });
        }
        return names;
    }

    /** Whether a stage begins, directly or not, with another. */
    boolean isBase(int base, int stage) {
        Optional<Integer> next = stage(stage).flatMap(StagePlan::base);
        while (next.isPresent() && next.get() != base) {
            next = stage(next.get()).flatMap(StagePlan::base);
        }
        return next.isPresent();
    }

    /** The stage that is built. */
    public StagePlan target() {
        return stages.get(stages.size() - 1);
    }

    /** The stages that the target needs, in the order of the file; the target is the last. */
    public List<StagePlan> stages() {
        return stages;
    }

    /** The steps of all stages, each after those it depends on. */
    public List<Step> steps() {
        return stages.stream().flatMap(stage -> stage.steps().stream()).toList();
    }
}
