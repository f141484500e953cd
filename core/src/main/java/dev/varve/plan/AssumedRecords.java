package dev.varve.plan;

import dev.varve.plan.Dependency.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps that a prediction takes to have run, found by what they did and with what. */
final class AssumedRecords implements StepRecords {
    private final Map<String, List<Entry>> byDefinition = new HashMap<>();
    private int nextId;

    private record Entry(String id, List<Dependency> dependencies) {}

    @Override
    public Outcome find(String definition, List<Dependency> dependencies) {
        if (dependencies.stream().anyMatch(Dependency::isImpossible)) {
            return Outcome.FAILED;
        }
        Set<String> candidates = new LinkedHashSet<>();
        for (Entry entry : byDefinition.getOrDefault(definition, List.of())) {
            switch (Match.of(dependencies, entry.dependencies)) {
                case YES -> {
                    return new Outcome(Status.HIT, entry.id, Set.of());
                }
                case MAYBE -> candidates.add(entry.id);
                case NO -> {}
            }
        }
        return new Outcome(candidates.isEmpty() ? Status.MISS : Status.UNKNOWN, "step " + nextId++, candidates);
    }

    @Override
    public void add(String definition, Outcome outcome, List<Dependency> dependencies) {
        if (outcome.status() != Status.HIT && !outcome.isFailed()) {
            byDefinition
                    .computeIfAbsent(definition, key -> new ArrayList<>())
                    .add(new Entry(outcome.id(), dependencies));
        }
    }
}
