package dev.varve.cli.format;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times as docker prints them (docker's {@code go-units}). */
public final class HumanTime {
    private static final DateTimeFormatter ABSOLUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z z", Locale.ROOT);
    private static final String UNKNOWN = "N/A";

    private HumanTime() {}

    /** {@code 2 minutes ago}. */
    public static String ago(Optional<Instant> time, Instant now) {
        return time.map(then -> duration(Duration.between(then, now)) + " ago").orElse(UNKNOWN);
    }

    /** {@code 2026-11-24 07:36:05 +0000 UTC}, in the zone of this machine. */
    public static String absolute(Optional<Instant> time) {
        return time.map(then -> ABSOLUTE.format(ZonedDateTime.ofInstant(then, ZoneId.systemDefault())))
                .orElse(UNKNOWN);
    }

    /** {@code About an hour}. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return "Less than a second";
        }
        if (seconds < 60) {
            return count(seconds, "second");
        }
        long minutes = duration.toMinutes();
        if (minutes < 60) {
            return minutes == 1 ? "About a minute" : count(minutes, "minute");
        }
        long hours = duration.plusMinutes(30).toHours();
        if (hours < 48) {
            return hours == 1 ? "About an hour" : count(hours, "hour");
        }
        return days(hours / 24);
    }

    private static String days(long days) {
        if (days < 14) {
            return count(days, "day");
        }
        if (days < 60) {
            return count(days / 7, "week");
        }
        return days < 730 ? count(days / 30, "month") : count(days / 365, "year");
    }

    private static String count(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
