package dev.varve.lint.history.replay;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What became of one step so far. */
final class StepTally {
    private final List<Guilt> guilt = new ArrayList<>();
    private int builds;
    private int reruns;
    private int avoidable;

    /**
     * Why it ran again once.
     *
     * @param commit the number of the commit
     * @param setup what the tracks are of
     * @param tracks whose paths did it, where they changed
     * @param otherwise what did it where no path did
     */
    record Guilt(int commit, Setup setup, BitSet tracks, String otherwise) {}

    void add(StepOutcome outcome) {
        switch (outcome) {
            case HIT -> builds++;
            case RERUN -> {
                builds++;
                reruns++;
            }
            case AVOIDABLE -> {
                builds++;
                reruns++;
                avoidable++;
            }
            case COLD, NONE -> {}
        }
    }

    void blame(Guilt because) {
        guilt.add(because);
    }

    int builds() {
        return builds;
    }

    int reruns() {
        return reruns;
    }

    int avoidable() {
        return avoidable;
    }

    List<Guilt> guilt() {
        return guilt;
    }
}
