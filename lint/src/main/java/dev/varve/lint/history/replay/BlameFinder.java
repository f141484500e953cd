package dev.varve.lint.history.replay;

import dev.varve.lint.history.git.History;
import dev.varve.lint.history.git.PathChange;
import dev.varve.lint.history.git.PathKind;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names the paths behind re-runs. Steps that ran again for the same reasons are worked out once. */
final class BlameFinder {
    private final History history;
    private final Map<List<StepTally.Guilt>, List<Blame>> known = new HashMap<>();

    BlameFinder(History history) {
        this.history = history;
    }

    List<Blame> of(List<StepTally.Guilt> guilt) {
        return known.computeIfAbsent(guilt, this::fold);
    }

    private List<Blame> fold(List<StepTally.Guilt> all) {
        BlameGroups groups = new BlameGroups();
        for (StepTally.Guilt guilt : all) {
            BitSet paths = new BitSet();
            guilt.tracks().stream()
                    .forEach(track -> paths.or(guilt.setup().tracks().get(track)));
            boolean found = false;
            for (PathChange change : history.commits().get(guilt.commit()).changes()) {
                if (paths.get(change.path()) && history.paths().kind(change.path()) != PathKind.FOLDER) {
                    groups.add(guilt.commit(), history.paths().path(change.path()));
                    found = true;
                }
            }
            if (!found) {
                groups.add(guilt.commit(), guilt.otherwise());
            }
        }
        return groups.fold();
    }
}
