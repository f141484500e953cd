package dev.varve.lint.history.replay;

import dev.varve.lint.history.cost.Cost;
import java.util.List;

/**
 * One step of the Dockerfile, over all replayed commits. The first commit builds from nothing and is not counted.
 *
 * @param stage the name of its stage
 * @param line the 1-based line of the Dockerfile
 * @param instruction the instruction on one line, as it is written
 * @param builds how many builds after the first had it
 * @param reruns in how many of them it ran again
 * @param avoidable in how many of these nothing that it reads had changed
 * @param cost of one run
 * @param blame what made it run again, the worst first; at most eight
 */
public record ReplayedStep(
        String stage,
        int line,
        String instruction,
        int builds,
        int reruns,
        int avoidable,
        Cost cost,
        List<Blame> blame) {
    public ReplayedStep {
        blame = List.copyOf(blame);
    }

    /** The share of builds in which it ran again, from 0 to 1. */
    public double rate() {
        return builds == 0 ? 0 : (double) reruns / builds;
    }

    /** What all its re-runs took, in seconds. */
    public double seconds() {
        return reruns * cost.seconds();
    }

    /** What its avoidable re-runs took, in seconds. */
    public double avoidableSeconds() {
        return avoidable * cost.seconds();
    }
}
