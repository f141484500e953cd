package dev.varve.lint.history.replay;

import java.time.Duration;
import java.util.Optional;

/**
 * What the cache holds when a commit is built.
 *
 * @param parentOnly whether only what the build before used, rather than what all earlier ones left
 * @param timeToLive after how long without use a result is gone; empty: never
 */
public record CachePolicy(boolean parentOnly, Optional<Duration> timeToLive) {

    /** Everything that any earlier build left. */
    public static final CachePolicy ALL = new CachePolicy(false, Optional.empty());

    /** What the build of the commit before used. */
    public static final CachePolicy PARENT = new CachePolicy(true, Optional.empty());

    public CachePolicy withTimeToLive(Duration unused) {
        return new CachePolicy(parentOnly, Optional.of(unused));
    }

    /** For a person. */
    public String text() {
        String holds = parentOnly ? "what the commit before left" : "what all earlier commits left";
        return timeToLive
                .map(time -> holds + ", for " + time.toDays() + " days")
                .orElse(holds);
    }
}
