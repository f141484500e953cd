package dev.varve.context;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells a file and its state from all others: while this stays the same, so do the bytes, unless they were written again
 * within the granularity of the file system's clock.
 *
 * @param modified last modification, nanoseconds since 1970
 * @param changed last change of bytes or attributes, nanoseconds since 1970
 */
record FileIdentity(long device, long inode, long size, long modified, long changed) {
    private static final long NANOSECONDS = 1_000_000_000;

    // A record's own are put together when first used, which takes longer than a build that finds everything.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileIdentity identity
                && isSameFile(identity)
                && size == identity.size
                && modified == identity.modified
                && changed == identity.changed;
    }

    @Override
    public int hashCode() {
        return Objects.hash(device, inode, size, modified, changed);
    }

    Instant modifiedAt() {
        return Instant.ofEpochSecond(modified / NANOSECONDS, modified % NANOSECONDS);
    }

    /** Whether it is the same file, in whatever state. */
    boolean isSameFile(FileIdentity other) {
        return device == other.device && inode == other.inode;
    }
}
