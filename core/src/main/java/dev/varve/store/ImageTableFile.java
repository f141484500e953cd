package dev.varve.store;

import dev.varve.image.ImageIndex;
import dev.varve.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The layout's {@code index.json}: read without a lock, as it is only ever replaced whole; changed under one. */
final class ImageTableFile {
    private final Path file;
    private final Path lock;
    private final Temporary temporary;
    private final Blobs blobs;
    private final EntryReader entries;
    private final RecentFiles<ImageTable> recent = new RecentFiles<>(1, Long.MAX_VALUE);

    ImageTableFile(Path file, Path lock, Temporary temporary, Blobs blobs) {
        this.file = file;
        this.lock = lock;
        this.temporary = temporary;
        this.blobs = blobs;
        this.entries = new EntryReader(blobs);
    }

    ImageTable read() throws IOException {
        try {
            return recent.read(file, this::parse);
        } catch (NoSuchFileException e) {
            return ImageTable.EMPTY;
        }
    }

    private ImageTable parse() throws IOException {
        try {
            return new ImageTable(ImageIndex.parse(Files.readAllBytes(file)).manifests().stream()
                    .map(entries::read)
                    .toList());
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
            ImageTable before = read();
            ImageTable after = change.apply(before);
            boolean changed = !after.entries().equals(before.entries());
            if (changed || !Files.exists(file)) {
                blobs.synchronise();
                AtomicFile.write(file, after.toBytes(), temporary);
            }
            return changed;
        }
    }
}
