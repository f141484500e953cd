package dev.varve.registry;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A server is in trouble, or has too much to do; it may do better later. */
final class BusyException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    /** @param answer with its body in memory */
    BusyException(Answer answer) {
        super("status " + answer.status());
        this.answer = answer;
    }

    static boolean isBusy(int status) {
        return status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505);
    }

    Answer answer() {
        return answer;
    }

    /** How long the server asks to wait: seconds, or until a time. */
    Optional<Duration> retryAfter() {
        String value = answer.header("Retry-After").orElse("").trim();
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(Instant.now(), until);
            return wait.isNegative() ? Optional.empty() : Optional.of(wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
