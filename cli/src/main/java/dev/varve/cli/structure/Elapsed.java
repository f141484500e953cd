package dev.varve.cli.structure;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as Go prints them: {@code 0s}, {@code 12.5ms}, {@code 1m2.5s}. */
final class Elapsed {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private Elapsed() {}

    static String of(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos == 0) {
            return "0s";
        }
        if (nanos < MICRO) {
            return nanos + "ns";
        }
        if (nanos < MILLI) {
            return plain(nanos, 3) + "µs";
        }
        if (nanos < SECOND) {
            return plain(nanos, 6) + "ms";
        }
        long hours = duration.toHours();
        String seconds = plain(nanos % (60 * SECOND), 9) + "s";
        String minutes = duration.toMinutes() > 0 ? duration.toMinutesPart() + "m" : "";
        return (hours > 0 ? hours + "h" : "") + minutes + seconds;
    }

    private static String plain(long nanos, int digits) {
        BigDecimal value = BigDecimal.valueOf(nanos, digits);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
