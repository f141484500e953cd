package dev.varve.lint.report.html;

import java.util.Locale;

/** Figures for people. */
final class Figures {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private Figures() {}

    /** {@code 12.5 s}, {@code 3.2 min}, {@code 4.5 h}. */
    static String duration(double seconds) {
        if (Math.abs(seconds) < MINUTE) {
            return String.format(Locale.ROOT, seconds == Math.rint(seconds) ? "%.0f s" : "%.1f s", seconds);
        }
        return Math.abs(seconds) < HOUR
                ? String.format(Locale.ROOT, "%.1f min", seconds / MINUTE)
                : String.format(Locale.ROOT, "%,.1f h", seconds / HOUR);
    }

    /** {@code 93 %}, {@code 0.4 %}; neither nothing nor all where it is not quite. */
    static String percent(double share) {
        if (share > 0 && share < 0.01) {
            return share < 0.001 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", share * 100);
        }
        return (share < 1 ? Math.min(99, Math.round(share * 100)) : 100) + " %";
    }

    /** {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 commit}, {@code 12 commits}. */
    static String count(long number, String what) {
        return count(number) + " " + what + (number == 1 ? "" : "s");
    }

    /** A share of something as a number of CSS, from 0 to 1. */
    static String ratio(double part, double whole) {
        double ratio = whole <= 0 ? 0 : Math.max(0, Math.min(1, part / whole));
        return String.format(Locale.ROOT, "%.4f", ratio);
    }
}
