package dev.varve.store;

import dev.varve.image.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The records of the build cache: documents found by a key. The records of a key are a file, {@code cache/KE/KEY}, which
 * grows at its end, so looking a key up is reading one small file, without a lock. Writers take turns.
 */
public final class CacheRecords {
    /** How much a record's last use may lag behind, so that a build that finds everything writes nothing. */
    private static final Duration USE_GRANULARITY = Duration.ofHours(12);

    /** As many keys as large builds have steps. */
    private static final int RECENT = 512;

    private static final int SHORTEST_KEY = 8;
    private static final int LONGEST_KEY = 128;

    private final Path folder;
    private final Path lock;
    private final Temporary temporary;
    private final Reserve reserve;
    private final InstantSource clock;
    private final RecentFiles<List<CacheRecord>> recent = new RecentFiles<>(RECENT, Recent.SMALL);

    CacheRecords(Path folder, Path lock, Temporary temporary, Reserve reserve, InstantSource clock) {
        this.folder = folder;
        this.lock = lock;
        this.temporary = temporary;
        this.reserve = reserve;
        this.clock = clock;
    }

    /**
     * The records of a key, the oldest first.
     *
     * @param key hexadecimal digits in lower case
     */
    public List<CacheRecord> list(String key) throws IOException {
        Path file = file(key);
        try {
            return recent.read(file, () -> List.copyOf(log(file).records()));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /**
     * Adds a record, or replaces the one of this id.
     *
     * @param key hexadecimal digits in lower case
     * @param layers the diff IDs of the layers that the record needs; they are kept while it is
     */
    public void add(String key, String id, byte[] document, List<Digest> layers) throws IOException {
        Instant now = clock.instant();
        append(file(key), RecordLog.put(new CacheRecord(id, document, layers, now, now)));
    }

    /** Takes note that a record was of use; which is written only where it has not been for some hours. */
    public void used(String key, CacheRecord record) throws IOException {
        Instant now = clock.instant();
        if (record.lastUsed().isBefore(now.minus(USE_GRANULARITY))) {
            append(file(key), RecordLog.used(record.id(), now));
        }
    }

    /** Removes a record; one that is not there is well. */
    public void remove(String key, String id) throws IOException {
        Path file = file(key);
        StoreLock held = ProcessLock.exclusive(lock);
        try (held) {
            List<CacheRecord> records = log(file).records();
            List<CacheRecord> kept =
                    records.stream().filter(record -> !record.id().equals(id)).toList();
            if (kept.isEmpty()) {
                Files.deleteIfExists(file);
            } else if (kept.size() < records.size()) {
                reserve.spend(() -> rewrite(file, kept));
            }
        }
    }

    /** All records by their keys. */
    public Map<String, List<CacheRecord>> all() throws IOException {
        Map<String, List<CacheRecord>> all = new TreeMap<>();
        for (Path file : files()) {
            List<CacheRecord> records = log(file).records();
            if (!records.isEmpty()) {
                all.put(file.getFileName().toString(), records);
            }
        }
        return all;
    }

    private void append(Path file, byte[] frame) throws IOException {
        StoreLock held = ProcessLock.exclusive(lock);
        try (held) {
            RecordLog log = log(file);
            if (log.isWorthRewriting()) {
                rewrite(file, log.records());
            }
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer buffer = ByteBuffer.wrap(frame);
                try {
                    while (buffer.hasRemaining()) {
                        channel.write(buffer);
                    }
                } catch (IOException e) {
                    throw StoreException.unwritable(file, e);
                }
            }
        }
    }

    private Path rewrite(Path file, List<CacheRecord> records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        records.forEach(record -> bytes.writeBytes(RecordLog.put(record)));
        return AtomicFile.writeLightly(file, bytes.toByteArray(), temporary);
    }

    private static RecordLog log(Path file) throws IOException {
        try {
            return RecordLog.parse(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return RecordLog.parse(new byte[0]);
        }
    }

    private Path file(String key) {
        if (key.length() < SHORTEST_KEY || key.length() > LONGEST_KEY || !Digest.isHexadecimal(key)) {
            throw new IllegalArgumentException("'" + key + "' is no key; expected hexadecimal digits in lower case");
        }
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path part : Folders.children(folder)) {
            files.addAll(Folders.children(part));
        }
        return files;
    }
}
