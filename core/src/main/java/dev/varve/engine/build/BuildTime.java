package dev.varve.engine.build;

import java.time.Instant;
import java.util.Optional;

/**
 * What time it is for a build: that of {@code SOURCE_DATE_EPOCH} where it is given, which also bounds the times of files, so
 * that the same input gives the same image.
 */
record BuildTime(Optional<Instant> epoch) {

    Instant now() {
        return epoch.orElseGet(Instant::now);
    }
}
