package dev.varve.lint.history.replay;

import java.util.List;

/**
 * What a replay comes to. The first commit builds from nothing and is not counted.
 *
 * @param rerunSteps how often a step ran again
 * @param avoidable how many of these re-runs were avoidable
 * @param hitRate the share of steps that came from the cache, from 0 to 1
 * @param seconds what the re-runs took
 */
public record Totals(int rerunSteps, int avoidable, double hitRate, double seconds) {

    /** The sum over steps. */
    public static Totals of(List<ReplayedStep> steps) {
        int builds = 0;
        int reruns = 0;
        int avoidable = 0;
        double seconds = 0;
        for (ReplayedStep step : steps) {
            builds += step.builds();
            reruns += step.reruns();
            avoidable += step.avoidable();
            seconds += step.seconds();
        }
        return new Totals(reruns, avoidable, builds == 0 ? 1 : 1 - (double) reruns / builds, seconds);
    }
}
