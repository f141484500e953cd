package dev.varve.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Times as programs write them (RFC 3339). */
final class Rfc3339 {
    private static final int SECONDS_END = "2026-01-02T03:04:05".length();
    private static final int NANO_DIGITS = 9;
    private static final long HOUR = 3600;
    private static final long MINUTE = 60;
    private static final long DAY = 24 * HOUR;

    private Rfc3339() {}

    /** @throws DateTimeException where the text is no time */
    static Instant parse(String text) {
        Instant usual = inUtc(text);
        return usual == null ? OffsetDateTime.parse(text).toInstant() : usual;
    }

    /** By hand, as documents have many of them, and a formatter takes long before it is compiled; null for other forms. */
    private static @Nullable Instant inUtc(String text) {
        int end = text.length() - 1;
        if (end < SECONDS_END
                || end > SECONDS_END + 1 + NANO_DIGITS
                || text.charAt(end) != 'Z'
                || !isPunctuated(text)) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, SECONDS_END);
        int nanos = nanos(text, end);
        boolean usual = year >= 0 && month > 0 && day > 0 && second >= 0 && nanos >= 0;
        if (!usual || hour < 0 || hour >= DAY / HOUR || minute < 0 || minute >= MINUTE || second >= MINUTE) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * DAY + hour * HOUR + minute * MINUTE + second, nanos);
    }

    private static boolean isPunctuated(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static int nanos(String text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        int nanos = text.charAt(SECONDS_END) == '.' ? digits(text, SECONDS_END + 1, end) : -1;
        for (int digit = end - SECONDS_END - 1; digit < NANO_DIGITS; digit++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** The number written there; -1 where there is another character, or nothing. */
    private static int digits(String text, int start, int end) {
        int number = start < end ? 0 : -1;
        for (int i = start; i < end && number >= 0; i++) {
            char c = text.charAt(i);
            number = c >= '0' && c <= '9' ? number * 10 + c - '0' : -1;
        }
        return number;
    }
}
