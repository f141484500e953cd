package dev.varve.lint.report.html;

import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.cost.Cost;
import dev.varve.lint.history.replay.ReplayedStep;

/**
 * What a history's re-runs took.
 *
 * @param seconds of all
 * @param avoidable seconds of those that were
 * @param guessed whether any of them is a guess
 */
record Work(double seconds, double avoidable, boolean guessed) {

    static Work of(ReplayReport report) {
        double avoidable = report.steps().stream()
                .mapToDouble(ReplayedStep::avoidableSeconds)
                .sum();
        boolean guessed = report.steps().stream().anyMatch(step -> step.reruns() > 0 && isGuessed(step));
        return new Work(report.totals().seconds(), avoidable, guessed);
    }

    /** {@code ~} where it is a guess. */
    static String each(ReplayedStep step) {
        return (isGuessed(step) ? "~" : "") + Figures.duration(step.cost().seconds());
    }

    /** All re-runs of a step. */
    static String all(ReplayedStep step) {
        return (isGuessed(step) ? "~" : "") + Figures.duration(step.seconds());
    }

    static boolean isGuessed(ReplayedStep step) {
        return step.cost().source() == Cost.Source.ESTIMATED;
    }
}
