package dev.varve.engine.container;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which part of a log is wanted.
 *
 * @param tail how many lines at most, the last ones; empty for all
 * @param since what was printed before is left out
 * @param until what was printed later is left out
 */
public record LogFilter(OptionalInt tail, Optional<Instant> since, Optional<Instant> until) {
    public static final LogFilter ALL = new LogFilter(OptionalInt.empty(), Optional.empty(), Optional.empty());

    public LogFilter withTail(int lines) {
        return new LogFilter(OptionalInt.of(lines), since, until);
    }

    boolean isWanted(LogEntry entry) {
        return (since.isEmpty() || !entry.time().isBefore(since.get()))
                && (until.isEmpty() || !entry.time().isAfter(until.get()));
    }
}
