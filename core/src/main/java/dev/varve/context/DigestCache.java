package dev.varve.context;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the digests of files from one run to the next, so that unchanged ones are not read again. A file is known by
 * device, inode, size, modification and change time; its path does not matter and is not stored. What was changed so shortly
 * before it was read that a further change might not show in its times is not remembered, as git does with its index.
 *
 * <p>It is one file in a folder. Several processes may use it: each replaces it as a whole, and what is lost or damaged is
 * read again. Entries that have not been of use for a month go.
 */
public final class DigestCache {
    /** FAT has the coarsest clock in use. */
    private static final Duration GRANULARITY = Duration.ofSeconds(2);

    private static final int DAYS_KEPT = 30;
    private static final int DAYS_BEFORE_TOUCH = 7;

    private final @Nullable Path file;
    private final InstantSource clock;
    private final int today;
    private final DigestTable stored;
    private final Map<DigestTable.Key, DigestTable.Row> learned = new ConcurrentHashMap<>();
    private volatile boolean unsaved;

    private DigestCache(@Nullable Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.today = (int) TimeUnit.SECONDS.toDays(clock.instant().getEpochSecond());
        this.stored = file == null ? DigestTable.empty() : DigestTable.read(file);
    }

    /** One that remembers nothing beyond this object. */
    public static DigestCache none() {
        return new DigestCache(null, InstantSource.system());
    }

    /** The one kept in this folder, which is made when needed. */
    public static DigestCache in(Path folder) {
        return in(folder, InstantSource.system());
    }

    static DigestCache in(Path folder, InstantSource clock) {
        return new DigestCache(folder.resolve("digests-v1"), clock);
    }

    /**
     * Writes what has been learned, together with what others have written in the meantime.
     *
     * @throws IOException if it cannot be written; what was there before is left as it was
     */
    public void save() throws IOException {
        if (file == null || !unsaved) {
            return;
        }
        // before the look at what there is, so that what comes meanwhile is written the next time
        unsaved = false;
        try {
            write(file);
        } catch (IOException | RuntimeException e) {
            unsaved = true;
            throw e;
        }
    }

    private void write(Path to) throws IOException {
        Map<DigestTable.Key, DigestTable.Row> rows = new HashMap<>();
        DigestTable.read(to).rows().forEach(row -> rows.put(row.key(), row));
        rows.putAll(learned);
        int oldest = today - DAYS_KEPT;
        rows.values().removeIf(row -> row.day() < oldest);
        DigestTable.write(to, rows.values());
    }

    /** What is known of a file's content. */
    record Known(String digest, boolean hasAttributes) {}

    Instant now() {
        return clock.instant();
    }

    @Nullable
    Known find(FileIdentity identity) {
        DigestTable.Row row = learned.get(DigestTable.Key.of(identity));
        if (row == null) {
            row = stored.find(identity);
            if (row != null && row.day() < today - DAYS_BEFORE_TOUCH) {
                put(new DigestTable.Row(identity, today, row.known()));
            }
        }
        return row != null && row.identity().equals(identity) ? row.known() : null;
    }

    /** Takes note of what a file held, unless it may have changed since without a trace. */
    void learn(FileIdentity identity, Known known, Instant readFrom) {
        long settled = TimeUnit.SECONDS.toNanos(readFrom.getEpochSecond()) + readFrom.getNano() - GRANULARITY.toNanos();
        if (Math.max(identity.modified(), identity.changed()) < settled) {
            put(new DigestTable.Row(identity, today, known));
        }
    }

    private void put(DigestTable.Row row) {
        learned.put(row.key(), row);
        unsaved = true;
    }
}
