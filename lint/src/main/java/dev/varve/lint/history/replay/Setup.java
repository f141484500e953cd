package dev.varve.lint.history.replay;

import dev.varve.context.Selector;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.history.cost.StepWork;
import dev.varve.lint.history.git.PathUnion;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.Input;
import dev.varve.plan.Operation;
import dev.varve.plan.PlanException;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Dockerfile and an ignore file, planned for one history. What of the build context counts for something is a track: a set of
 * paths, whose key changes when one of them does.
 */
public final class Setup {
    private final BuildPlan plan;
    private final List<Step> steps;
    private final List<BitSet> tracks = new ArrayList<>();
    private final Map<Step, Integer> trackOfStep = new HashMap<>();
    private final BitSet named = new BitSet();
    private final BitSet presences = new BitSet();
    private final LeftContents left;
    private final OwnInputs own;
    private final StepWork work;

    private Setup(BuildPlan plan, PathUnion paths, Manifests manifests) {
        this.plan = plan;
        this.steps = plan.steps().stream()
                .filter(step -> step.operation().isPresent())
                .toList();
        for (Step step : steps) {
            for (Input input : step.operation().map(Operation::inputs).orElse(List.of())) {
                if (input.source().equals(Source.Context.MAIN) && input.byContent()) {
                    trackOfStep.put(step, tracks.size());
                    tracks.add(paths.select(input.selectors()));
                    named.or(paths.select(narrow(input.selectors())));
                }
            }
        }
        this.left = new LeftContents(this, manifests);
        this.own = new OwnInputs(this, manifests);
        this.work = manifests.work();
    }

    /** @throws PlanException where the Dockerfile cannot be built */
    public static Setup of(
            String name,
            String dockerfile,
            Optional<String> ignore,
            PathUnion paths,
            Manifests manifests,
            BuildOptions options)
            throws PlanException {
        BuildPlan plan = BuildPlan.of(Dockerfile.parse(name, dockerfile), options);
        return new Setup(plan, paths.excluding(ignore.orElse("")), manifests);
    }

    public BuildPlan plan() {
        return plan;
    }

    /** Those instructions that do something to the file system. */
    public List<Step> steps() {
        return steps;
    }

    public List<BitSet> tracks() {
        return tracks;
    }

    /** The paths that the Dockerfile names, rather than takes with everything else. */
    public BitSet named() {
        return named;
    }

    private static List<Selector> narrow(List<Selector> selectors) {
        List<Selector> narrow = selectors.stream()
                .filter(selector -> !selector.path().equals("/"))
                .toList();
        return narrow.isEmpty() ? List.of(Selector.exactly("/nothing")) : narrow;
    }

    /** What decides the content of what steps take of each other. */
    public LeftContents left() {
        return left;
    }

    /** What RUNs do. */
    public StepWork work() {
        return work;
    }

    public OwnInputs own() {
        return own;
    }

    /** What a step reads of the build context itself; negative where it reads nothing of it. */
    public int track(Step step) {
        return trackOfStep.getOrDefault(step, -1);
    }

    public int addTrack(BitSet paths) {
        tracks.add(paths);
        return tracks.size() - 1;
    }

    /** A track of which only counts which of its paths are there. */
    public int addPresence(BitSet paths) {
        presences.set(tracks.size());
        return addTrack(paths);
    }

    /** Whether of a track only counts which of its paths are there. */
    public boolean isPresence(int track) {
        return presences.get(track);
    }
}
