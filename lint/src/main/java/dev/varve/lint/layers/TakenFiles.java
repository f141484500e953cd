package dev.varve.lint.layers;

import dev.varve.context.BuildContext;
import dev.varve.context.Coverage;
import dev.varve.context.Entry;
import dev.varve.context.EntryType;
import dev.varve.context.Selector;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files that a COPY takes of a build context. Safe for use by several threads. */
final class TakenFiles {
    private final List<Entry> files;
    private final List<String> paths;
    private final long bytes;
    private final Answers answers = new Answers();
    private volatile @Nullable Ranking ranking;

    /**
     * @param byHeat the paths, the hottest first
     * @param together in which part of the commits at least one of them changes
     */
    private record Ranking(Heat heat, List<String> byHeat, double together) {}

    private TakenFiles(List<Entry> files) {
        this.files = List.copyOf(files);
        this.paths = files.stream().map(Entry::path).toList();
        this.bytes = files.stream().mapToLong(Entry::size).sum();
    }

    static TakenFiles of(BuildContext context, List<Selector> selectors) {
        return new TakenFiles(Coverage.of(context.tree(), selectors).stream()
                .filter(entry -> entry.type() != EntryType.DIRECTORY)
                .toList());
    }

    List<Entry> files() {
        return files;
    }

    List<String> paths() {
        return paths;
    }

    long bytes() {
        return bytes;
    }

    double heat(Heat heat) {
        return ranking(heat).together;
    }

    Optional<String> hottest(Heat heat, Predicate<String> accepted) {
        return ranking(heat).byHeat.stream().filter(accepted).findFirst();
    }

    /** Whether one of the paths is such a one; equal questions have equal predicates. */
    boolean any(Object question, Predicate<String> accepted) {
        return answers.once(question, Boolean.class, () -> paths.stream().anyMatch(accepted));
    }

    private Ranking ranking(Heat heat) {
        Ranking known = ranking;
        if (known == null || known.heat != heat) {
            List<Hot> sorted = paths.stream()
                    .map(path -> new Hot(path, heat.of(path)))
                    .sorted((a, b) -> Double.compare(b.heat(), a.heat()))
                    .toList();
            known = new Ranking(heat, sorted.stream().map(Hot::path).toList(), heat.of(paths));
            ranking = known;
        }
        return known;
    }

    private record Hot(String path, double heat) {}
}
