package dev.varve.engine.build;

import java.time.Instant;
import java.util.Optional;

/**
 * What time it is for a build: that of {@code SOURCE_DATE_EPOCH} where it is given, which also bounds the times of files, so
 * that the same input gives the same image.
 */
record BuildTime(Optional<Instant> epoch, Instant start) {

    static BuildTime of(Optional<Instant> epoch) {
        return new BuildTime(epoch, Instant.now());
    }

    /** When the build began: the time of files that it writes itself, which are the same one where they are equal. */
    Instant began() {
        return epoch.orElse(start);
    }

    Instant now() {
        return epoch.orElseGet(Instant::now);
    }
}
