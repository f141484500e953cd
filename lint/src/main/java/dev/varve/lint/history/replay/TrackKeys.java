package dev.varve.lint.history.replay;

import dev.varve.lint.history.git.Mix;
import dev.varve.lint.history.git.PastCommit;
import dev.varve.lint.history.git.PathChange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The keys of a setup's tracks at the commit that was come to last. Commits are come to in their order. */
final class TrackKeys {
    private final long[] state;
    private long[] keys = {};
    private List<List<Integer>> tracksOfPath = List.of();
    private BitSet presences = new BitSet();

    /** @param paths how many there are */
    TrackKeys(int paths) {
        this.state = new long[paths];
    }

    /** Goes on with another setup. */
    void use(Setup setup) {
        List<BitSet> tracks = setup.tracks();
        keys = new long[tracks.size()];
        presences = new BitSet();
        List<List<Integer>> byPath = new ArrayList<>();
        for (int path = 0; path < state.length; path++) {
            byPath.add(List.of());
        }
        for (int track = 0; track < keys.length; track++) {
            BitSet paths = tracks.get(track);
            presences.set(track, setup.isPresence(track));
            for (int path = paths.nextSetBit(0); path >= 0; path = paths.nextSetBit(path + 1)) {
                List<Integer> known = byPath.get(path);
                List<Integer> more = known.isEmpty() ? new ArrayList<>(2) : known;
                more.add(track);
                byPath.set(path, more);
                keys[track] += part(track, path, state[path]);
            }
        }
        tracksOfPath = byPath;
    }

    /** Takes over what a commit changed. */
    void apply(PastCommit commit) {
        for (PathChange change : commit.changes()) {
            state[change.path()] = change.after();
            for (int track : tracksOfPath.get(change.path())) {
                keys[track] += part(track, change.path(), change.after()) - part(track, change.path(), change.before());
            }
        }
    }

    private long part(int track, int path, long state) {
        return presences.get(track) && state != 0 ? Mix.of(path, 1) : state;
    }

    /** Takes over what a commit changed while there is no setup. */
    void applyUnused(PastCommit commit) {
        commit.changes().forEach(change -> state[change.path()] = change.after());
    }

    long[] keys() {
        return keys;
    }

    boolean has(int path) {
        return path >= 0 && state[path] != 0;
    }
}
