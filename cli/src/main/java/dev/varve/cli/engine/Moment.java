package dev.varve.cli.engine;

import dev.varve.cli.console.Failure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A moment as docker has it in {@code until} and {@code --since}: how long ago ({@code 1h30m}), or when. */
public final class Moment {
    private static final Pattern AGO = Pattern.compile("(?:[0-9]+(?:\\.[0-9]+)?[hms])+");
    private static final List<Function<String, Instant>> FORMATS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant(),
            text -> LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant());

    private Moment() {}

    /**
     * Reads one.
     *
     * @param flag how it was given, for messages
     */
    public static Instant parse(String flag, String text, Instant now) {
        if (AGO.matcher(text).matches()) {
            return now.minus(Duration.parse("PT" + text.toUpperCase(Locale.ROOT)));
        }
        if (text.matches("[0-9]{1,12}(\\.[0-9]+)?")) {
            return Instant.ofEpochSecond(Long.parseLong(text.split("\\.", 2)[0]));
        }
        return FORMATS.stream()
                .map(format -> attempt(format, text))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () -> new Failure(
                                flag + ": '" + text
                                        + "' is no time; expected how long ago, such as 24h or 1h30m, or when, such as 2026-11-24T10:00:00"));
    }

    private static Optional<Instant> attempt(Function<String, Instant> format, String text) {
        try {
            return Optional.of(format.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
