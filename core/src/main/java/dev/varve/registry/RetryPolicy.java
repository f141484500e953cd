package dev.varve.registry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a registry in trouble is put up with.
 *
 * @param attempts how often a request is made, the first time included
 * @param firstWait before the second attempt; it doubles from then on, and half of it is left to chance
 * @param longestWait the longest of these waits, and the longest that a registry may ask for with {@code Retry-After}
 * @param stall how long a connection may be silent before it is given up
 */
public record RetryPolicy(int attempts, Duration firstWait, Duration longestWait, Duration stall) {
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(6, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** @throws IllegalArgumentException where it is never tried or nothing is waited for */
    public RetryPolicy {
        if (attempts < 1 || firstWait.isNegative() || longestWait.compareTo(firstWait) < 0 || stall.isNegative()) {
            throw new IllegalArgumentException("a request is made at least once, and no wait is below 0");
        }
    }

    /** @param failures how many attempts have failed, 1 or more */
    Duration waitAfter(int failures) {
        long most = longestWait.toMillis();
        long doubled = firstWait.toMillis() << Math.min(failures - 1, 20);
        long wait = Math.min(most, doubled);
        return Duration.ofMillis(wait / 2 + ThreadLocalRandom.current().nextLong(wait / 2 + 1));
    }
}
