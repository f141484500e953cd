package dev.varve.lint.history;

import dev.varve.lint.history.git.History;
import dev.varve.lint.history.git.PathChange;
import dev.varve.lint.history.git.PathKind;
import dev.varve.lint.layers.Heat;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** How often files changed in a history. One that no commit has, because git ignores it, is judged by its kind. */
final class MeasuredHeat implements Heat {
    private final TreeMap<String, BitSet> commits = new TreeMap<>();
    private final int builds;

    MeasuredHeat(History history) {
        this.builds = history.commits().size() - 1;
        for (int i = 0; i <= builds; i++) {
            for (PathChange change : history.commits().get(i).changes()) {
                if (history.paths().kind(change.path()) != PathKind.FOLDER) {
                    BitSet changed = commits.computeIfAbsent(history.paths().path(change.path()), path -> new BitSet());
                    // the first commit builds from nothing
                    changed.set(i, i > 0);
                }
            }
        }
    }

    @Override
    public double of(String path) {
        return of(List.of(path));
    }

    @Override
    public double of(Collection<String> paths) {
        BitSet changed = new BitSet();
        double guessed = 0;
        for (String path : paths) {
            if (!add(path, changed)) {
                guessed = Math.max(guessed, BY_KIND.of(path));
            }
        }
        return builds <= 0 ? guessed : Math.max(guessed, (double) changed.cardinality() / builds);
    }

    /** Whether there ever was such a file, or a folder with files. */
    private boolean add(String path, BitSet changed) {
        BitSet own = commits.get(path);
        if (own != null) {
            changed.or(own);
            return true;
        }
        var below = path.isEmpty() ? commits : commits.subMap(path + "/", path + "0");
        below.values().forEach(changed::or);
        return !below.isEmpty();
    }
}
