package dev.varve.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records of steps each of which leaves something new whenever it runs, so that nothing is unknown. */
final class RenewingRecords implements StepRecords {
    private final Map<Key, Entry> entries = new HashMap<>();
    private int nextId;
    private int build;

    /** Compares itself, as what a record would have for it is put together when first used, which is slow. */
    private record Key(String definition, List<String> dependencies) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && definition.equals(key.definition)
                    && dependencies.equals(key.dependencies);
        }

        @Override
        public int hashCode() {
            return 31 * definition.hashCode() + dependencies.hashCode();
        }

        static Key of(String definition, List<Dependency> dependencies) {
            return new Key(definition, dependencies.stream().map(Key::name).toList());
        }

        private static String name(Dependency dependency) {
            @Nullable String content = dependency.content();
            return content != null
                    ? "content " + content
                    : dependency.origins().iterator().next();
        }
    }

    private record Entry(String id, int lastUsed) {}

    @Override
    public Outcome find(String definition, List<Dependency> dependencies) {
        if (dependencies.stream().anyMatch(Dependency::isImpossible)) {
            return Outcome.FAILED;
        }
        Entry known = entries.get(Key.of(definition, dependencies));
        return known == null
                ? new Outcome(Status.MISS, "step " + nextId++, Set.of())
                : new Outcome(Status.HIT, known.id, Set.of());
    }

    @Override
    public void add(String definition, Outcome outcome, List<Dependency> dependencies) {
        if (!outcome.isFailed()) {
            entries.put(Key.of(definition, dependencies), new Entry(outcome.id(), build));
        }
    }

    void nextBuild() {
        build++;
    }

    /** Forgets what none of the last builds used. */
    void keepLast(int builds) {
        entries.values().removeIf(entry -> Objects.requireNonNull(entry).lastUsed < build - builds);
    }
}
