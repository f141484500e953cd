package dev.varve.registry;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Sends requests again where the server is busy or the connection breaks. */
final class Sender {
    private final Transport transport;
    private final RetryPolicy policy;

    Sender(Transport transport, RetryPolicy policy) {
        this.transport = transport;
        this.policy = policy;
    }

    /** One attempt at a request. */
    interface Attempt {
        Answer send() throws IOException;
    }

    RetryPolicy policy() {
        return policy;
    }

    Transport transport() {
        return transport;
    }

    Answer send(Call call) throws IOException {
        return send(() -> transport.send(call), false);
    }

    /**
     * The first answer that is not one of a server in trouble; when patience is at an end, that one.
     *
     * @param known whether the server has answered before
     */
    Answer send(Attempt attempt, boolean known) throws IOException {
        Backoff backoff = new Backoff(policy);
        while (true) {
            try {
                Answer answer = attempt.send();
                if (!isTrouble(answer.status())) {
                    return answer;
                }
                Answer kept = answer.kept();
                if (!backoff.pause(retryAfter(answer))) {
                    return kept;
                }
            } catch (IOException e) {
                backoff.pauseOrThrow(e, known);
            }
        }
    }

    static boolean isTrouble(int status) {
        return status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505);
    }

    /** How long the server asks to wait: seconds, or until a time. */
    private static Optional<Duration> retryAfter(Answer answer) {
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
