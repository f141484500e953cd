package dev.varve.plan;

import dev.varve.context.Selection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A build as the cache sees it: what becomes of each of its steps. */
public final class CachedBuild {
    private final PlannedBuild build;
    private final Map<Step, Outcome> outcomes = new HashMap<>();
    private final Map<Step, String> definitions = new HashMap<>();
    private final Map<Step, List<Step>> sources = new HashMap<>();
    private final Map<Step, Map<Source.Context, Selection>> selections = new HashMap<>();

    CachedBuild(PlannedBuild build) {
        this.build = build;
    }

    public BuildPlan plan() {
        return build.plan();
    }

    /** What becomes of the step; empty where the cache model has no step for this instruction. */
    public Optional<Status> status(Step step) {
        return Optional.ofNullable(outcomes.get(step)).map(Outcome::status);
    }

    /**
     * Stands for what a step left: in two builds the same where the later one found what the earlier one left.
     *
     * @throws IllegalStateException where the step did not have its turn yet
     */
    public String result(Step step) {
        return outcome(step).id();
    }

    Outcome outcome(Step step) {
        Outcome outcome = outcomes.get(step);
        if (outcome == null) {
            throw new IllegalStateException("asked for before its turn: " + step);
        }
        return outcome;
    }

    void put(Step step, Outcome outcome, String definition, List<Step> sources) {
        outcomes.put(step, outcome);
        definitions.put(step, definition);
        this.sources.put(step, List.copyOf(sources));
    }

    void put(Step step, Source.Context source, Selection selection) {
        selections.computeIfAbsent(step, key -> new LinkedHashMap<>()).put(source, selection);
    }

    /** What the step reads of the build contexts. */
    Map<Source.Context, Selection> selections(Step step) {
        return selections.getOrDefault(step, Map.of());
    }

    /** What of the step's key is not its inputs; empty where the cache model has no step for this instruction. */
    public String definition(Step step) {
        return definitions.getOrDefault(step, "");
    }

    /** The steps whose results it depends on, first the one whose file system it changes. */
    public List<Step> sources(Step step) {
        return sources.getOrDefault(step, List.of());
    }
}
