package dev.varve.dockerfile;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as Go's {@code time.ParseDuration} reads them: numbers with units, such as {@code 1h15m30.918s}. */
final class GoDuration {
    private final String text;
    private int pos;

    private GoDuration(String text) {
        this.text = text;
    }

    /** The duration, or null if it is none or takes more than 64 bits of nanoseconds. */
    static @Nullable Duration parse(String text) {
        try {
            return new GoDuration(text).parse();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private @Nullable Duration parse() {
        boolean negative = text.startsWith("-");
        if (negative || text.startsWith("+")) {
            pos = 1;
        }
        if (text.substring(pos).equals("0")) {
            return Duration.ZERO;
        }
        if (pos == text.length()) {
            return null;
        }
        long total = 0;
        while (pos < text.length()) {
            long nanos = part();
            if (nanos < 0) {
                return null;
            }
            total = Math.addExact(total, nanos);
        }
        return Duration.ofNanos(negative ? -total : total);
    }

    /** The nanoseconds of a number with its unit, or -1 if there is none. */
    private long part() {
        int start = pos;
        long whole = 0;
        while (pos < text.length() && isDigit(text.charAt(pos))) {
            whole = Math.addExact(Math.multiplyExact(whole, 10), text.charAt(pos++) - '0');
        }
        boolean digits = pos > start;
        long fraction = 0;
        double scale = 1;
        if (pos < text.length() && text.charAt(pos) == '.') {
            int point = pos++;
            boolean full = false;
            for (; pos < text.length() && isDigit(text.charAt(pos)); pos++) {
                int digit = text.charAt(pos) - '0';
                full |= fraction > (Long.MAX_VALUE - digit) / 10;
                if (!full) {
                    fraction = fraction * 10 + digit;
                    scale *= 10;
                }
            }
            digits |= pos > point + 1;
        }
        long unit = unit();
        if (!digits || unit == 0) {
            return -1;
        }
        long nanos = Math.multiplyExact(whole, unit);
        return fraction == 0 ? nanos : Math.addExact(nanos, (long) ((double) fraction * (unit / scale)));
    }

    private long unit() {
        int start = pos;
        while (pos < text.length() && text.charAt(pos) != '.' && !isDigit(text.charAt(pos))) {
            pos++;
        }
        return switch (text.substring(start, pos)) {
            case "ns" -> 1L;
            case "us", "\u00B5s", "\u03BCs" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 0L;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
