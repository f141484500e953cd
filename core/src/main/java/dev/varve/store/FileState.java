package dev.varve.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a file looks from outside; while it looks the same, it need not be read again. */
record FileState(FileTime modified, long size, @Nullable Object key) {
    /** A file changed twice within so short a time may look as if it had not been, with the same times and inode. */
    private static final Duration UNSETTLED = Duration.ofMillis(100);

    /** The same where the file system keeps no fractions of a second. */
    private static final Duration UNSETTLED_IN_SECONDS = Duration.ofSeconds(2);

    private static final long SECOND = 1_000;

    /** @throws NoSuchFileException where there is none */
    static FileState of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileState(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }

    /** Whether a change from now on will be seen. */
    boolean isSettled() {
        boolean wholeSeconds = modified.toMillis() % SECOND == 0;
        Duration unsettled = wholeSeconds ? UNSETTLED_IN_SECONDS : UNSETTLED;
        return modified.toInstant().isBefore(Instant.now().minus(unsettled));
    }

    // A record's own are put together when first used, which takes longer than most commands' work.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileState state
                && size == state.size
                && modified.equals(state.modified)
                && Objects.equals(key, state.key);
    }

    @Override
    public int hashCode() {
        return modified.hashCode();
    }
}
