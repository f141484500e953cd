package dev.varve.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The selectors of one step as BuildKit combines them ({@code dedupeSelectors} in {@code solver/llbsolver/ops/file.go}). */
final class SelectorSet {
    private SelectorSet() {}

    /** Without plain paths that lie in others, sorted by path. Paths are compared as they are written. */
    static List<Selector> distinct(List<Selector> selectors) {
        if (selectors.isEmpty()) {
            return List.of(Selector.exactly("/"));
        }
        List<Selector> distinct = new ArrayList<>();
        for (boolean followLinks : new boolean[] {false, true}) {
            Set<String> paths = new TreeSet<>();
            for (Selector selector : selectors) {
                if (!selector.hasWildcardOrFilters() && selector.followLinks() == followLinks) {
                    paths.add(selector.path());
                }
            }
            for (String path : paths) {
                if (!liesInOther(path, paths)) {
                    distinct.add(followLinks ? Selector.following(path) : Selector.exactly(path));
                }
            }
        }
        selectors.stream().filter(Selector::hasWildcardOrFilters).forEach(distinct::add);
        distinct.sort((a, b) -> a.path().compareTo(b.path()));
        return distinct;
    }

    private static boolean liesInOther(String path, Set<String> paths) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String withSlash = path.substring(0, slash + 1);
            String folder = path.substring(0, slash);
            if (paths.contains(folder) || (!withSlash.equals(path) && paths.contains(withSlash))) {
                return true;
            }
        }
        return false;
    }
}
