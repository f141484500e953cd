package dev.varve.registry;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.time.Duration;

/**
 * Lets its bearer do something for a while.
 *
 * @param text what goes into the header
 * @param until in {@link System#nanoTime()}; when it should not be used any more
 */
record Token(String text, long until) {
    private static final long SHORTEST_SECONDS = 60;
    private static final long LONGEST_SECONDS = Duration.ofHours(1).toSeconds();
    private static final long SPARE_SECONDS = 10;

    /** @throws JsonException where it is no token service's answer */
    static Token parse(byte[] json) throws JsonException {
        JsonObject answer = JsonObject.parse(json);
        String text =
                answer.optionalText("token").filter(token -> !token.isEmpty()).isPresent()
                        ? answer.text("token")
                        : answer.text("access_token");
        if (!text.matches("[!-~]+")) {
            throw new JsonException("the token is none");
        }
        long seconds = answer.optionalNumber("expires_in").orElse(SHORTEST_SECONDS);
        long used = Math.max(SHORTEST_SECONDS, Math.min(seconds, LONGEST_SECONDS)) - SPARE_SECONDS;
        return new Token(text, System.nanoTime() + Duration.ofSeconds(used).toNanos());
    }

    boolean isFresh() {
        return until - System.nanoTime() > 0;
    }

    @Override
    public String toString() {
        return "Token";
    }
}
