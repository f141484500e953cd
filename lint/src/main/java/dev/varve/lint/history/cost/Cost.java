package dev.varve.lint.history.cost;

/**
 * How long one run of a step takes.
 *
 * @param seconds of wall-clock time
 * @param source whether that was measured or is a guess by kind of command
 */
public record Cost(double seconds, Source source) {
    /** Where a figure comes from. */
    public enum Source {
        MEASURED,
        ESTIMATED
    }
}
