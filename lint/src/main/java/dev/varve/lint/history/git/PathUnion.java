package dev.varve.lint.history.git;

import dev.varve.context.BuildContext;
import dev.varve.context.Coverage;
import dev.varve.context.DockerIgnore;
import dev.varve.context.Entry;
import dev.varve.context.InMemoryContext;
import dev.varve.context.Selector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Every path that a history ever had, as one build context. What selectors select of it is what they select of each commit's,
 * for whether a path is selected does not depend on others, symbolic links apart: these are taken to point where they pointed
 * last.
 */
public final class PathUnion {
    private final List<Layer> layers = new ArrayList<>();
    private final PathTable table;
    private final Map<String, PathUnion> filtered = new HashMap<>();

    /** Paths as one of the kinds of things that each of them ever was. */
    private record Layer(BuildContext all, BuildContext folders, Map<String, Integer> numbers) {
        int number(Entry entry) {
            return Objects.requireNonNull(numbers.get(entry.path()));
        }

        Layer excluding(DockerIgnore ignore) {
            return new Layer(all.excluding(ignore), folders.excluding(ignore), numbers);
        }
    }

    private PathUnion(List<Layer> layers, PathTable table) {
        this.layers.addAll(layers);
        this.table = table;
    }

    public static PathUnion of(History history) {
        PathTable table = history.paths();
        Map<String, List<Integer>> kinds = new TreeMap<>();
        for (int number = 0; number < table.size(); number++) {
            if (isClean(table.path(number))) {
                kinds.computeIfAbsent(table.path(number), path -> new ArrayList<>())
                        .add(number);
            }
        }
        kinds.values()
                .forEach(
                        numbers -> numbers.sort(Comparator.comparing(number -> table.kind(number) != PathKind.FOLDER)));
        int most = kinds.values().stream().mapToInt(List::size).max().orElse(0);
        List<Layer> layers = new ArrayList<>();
        for (int round = 0; round < most; round++) {
            layers.add(layer(history, chosen(kinds, round, table)));
        }
        return new PathUnion(layers, table);
    }

    /** Takes each path as what it was in this turn, and leaves out what cannot be there then. */
    private static Map<String, Integer> chosen(Map<String, List<Integer>> kinds, int round, PathTable table) {
        Map<String, Integer> chosen = new HashMap<>();
        kinds.forEach((path, numbers) -> {
            int number = numbers.get(Math.min(round, numbers.size() - 1));
            int slash = path.lastIndexOf('/');
            int parent = slash < 0 ? -1 : chosen.getOrDefault(path.substring(0, slash), -1);
            if (slash < 0 || (parent >= 0 && table.kind(parent) == PathKind.FOLDER)) {
                chosen.put(path, number);
            }
        });
        return chosen;
    }

    /** Whether a build context can hold such a path; a tree made by hand may have others. */
    public static boolean isClean(String path) {
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static Layer layer(History history, Map<String, Integer> numbers) {
        InMemoryContext.Builder all = InMemoryContext.builder();
        InMemoryContext.Builder folders = InMemoryContext.builder();
        numbers.forEach((path, number) -> {
            switch (history.paths().kind(number)) {
                case FOLDER -> {
                    all.directory(path);
                    folders.directory(path);
                }
                case SUBMODULE -> all.directory(path);
                case FILE -> all.file(path, "", 0, 0644);
                case LINK -> all.symlink(path, history.links().getOrDefault(path, path));
            }
        });
        return new Layer(all.build(), folders.build(), numbers);
    }

    /** What is left of it with the text of an ignore file; worked out once for each. */
    public PathUnion excluding(String ignore) {
        return filtered.computeIfAbsent(ignore, text -> {
            DockerIgnore rules = DockerIgnore.parse(text);
            return new PathUnion(
                    layers.stream().map(layer -> layer.excluding(rules)).toList(), table);
        });
    }

    /** The numbers of the paths that are selected; a folder only where it is for its own sake. */
    public BitSet select(List<Selector> selectors) {
        BitSet selected = new BitSet(table.size());
        for (Layer layer : layers) {
            BitSet own = new BitSet(table.size());
            for (Entry entry : Coverage.of(layer.folders.tree(), selectors)) {
                own.set(layer.number(entry));
            }
            for (Entry entry : Coverage.of(layer.all.tree(), selectors)) {
                int number = layer.number(entry);
                if (table.kind(number) != PathKind.FOLDER || own.get(number)) {
                    selected.set(number);
                }
            }
        }
        return selected;
    }
}
