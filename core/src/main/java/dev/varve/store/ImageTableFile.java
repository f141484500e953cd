package dev.varve.store;

import dev.varve.image.ImageIndex;
import dev.varve.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The layout's {@code index.json}: read without a lock, as it is only ever replaced whole; changed under one. */
final class ImageTableFile {
    /** A file replaced twice within so short a time may look as if it had not been, with the same times and inode. */
    private static final Duration UNSETTLED = Duration.ofSeconds(2);

    private final Path file;
    private final Path lock;
    private final Temporary temporary;
    private final Blobs blobs;
    private final EntryReader entries;
    private volatile @Nullable Known known;

    private record Known(
            FileTime modified, long size, @Nullable Object key, ImageTable table) {
        boolean isOf(BasicFileAttributes file) {
            return modified.equals(file.lastModifiedTime())
                    && size == file.size()
                    && Objects.equals(key, file.fileKey());
        }
    }

    ImageTableFile(Path file, Path lock, Temporary temporary, Blobs blobs) {
        this.file = file;
        this.lock = lock;
        this.temporary = temporary;
        this.blobs = blobs;
        this.entries = new EntryReader(blobs);
    }

    ImageTable read() throws IOException {
        try {
            BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
            Known before = known;
            if (before != null && before.isOf(state)) {
                return before.table;
            }
            ImageTable table = parse();
            boolean settled =
                    state.lastModifiedTime().toInstant().isBefore(Instant.now().minus(UNSETTLED));
            known = settled ? new Known(state.lastModifiedTime(), state.size(), state.fileKey(), table) : null;
            return table;
        } catch (NoSuchFileException e) {
            return ImageTable.EMPTY;
        }
    }

    private ImageTable parse() throws IOException {
        try {
            return new ImageTable(ImageIndex.parse(Files.readAllBytes(file)).manifests().stream()
                    .map(entries::read)
                    .toList());
        } catch (NoSuchFileException e) {
            return ImageTable.EMPTY;
        } catch (JsonException e) {
            throw new StoreException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Makes an empty file where there is none. */
    void initialise() throws IOException {
        change(table -> table);
    }

    /** Whether the change made a difference. */
    boolean change(UnaryOperator<ImageTable> change) throws IOException {
        StoreLock held = ProcessLock.exclusive(lock);
        try (held) {
            ImageTable before = parse();
            byte[] after = change.apply(before).toBytes();
            boolean changed = !Arrays.equals(after, before.toBytes());
            if (changed || !Files.exists(file)) {
                blobs.synchronise();
                AtomicFile.write(file, after, temporary);
            }
            return changed;
        }
    }
}
