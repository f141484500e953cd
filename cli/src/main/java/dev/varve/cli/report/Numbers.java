package dev.varve.cli.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures for people. */
final class Numbers {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private Numbers() {}

    /** {@code 12.5 s}, {@code 3.2 min}, {@code 4.5 h}. */
    static String duration(double seconds) {
        if (Math.abs(seconds) < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return Math.abs(seconds) < HOUR
                ? String.format(Locale.ROOT, "%.1f min", seconds / MINUTE)
                : String.format(Locale.ROOT, "%.1f h", seconds / HOUR);
    }

    /** {@code 93 %}. */
    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** With this many decimals, for programs. */
    static BigDecimal decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
