package dev.varve.store;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of a container: {@code upper} and {@code work} of its overlay, its {@code log}, and its state, which belongs to
 * whoever runs it.
 */
public final class ContainerFolder {
    static final String IDENTITY = "container.json";
    static final String STATE = "state.json";
    private static final String LOCK = "lock";
    private static final String READERS = "readers";

    private final Path folder;
    private final ContainerIdentity identity;
    private final Temporary temporary;

    ContainerFolder(Path folder, ContainerIdentity identity, Temporary temporary) {
        this.folder = folder;
        this.identity = identity;
        this.temporary = temporary;
    }

    static ContainerFolder read(Path folder, Temporary temporary) throws IOException {
        Path file = folder.resolve(IDENTITY);
        byte[] json = Files.readAllBytes(file);
        if (json.length == 0) {
            throw new NoSuchFileException(file.toString(), null, "the machine went down when it was written");
        }
        try {
            return new ContainerFolder(folder, ContainerIdentity.read(JsonObject.parse(json)), temporary);
        } catch (JsonException e) {
            throw new StoreException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    public ContainerIdentity identity() {
        return identity;
    }

    public String id() {
        return identity.id();
    }

    public String name() {
        return identity.name();
    }

    public Path path() {
        return folder;
    }

    /** Where what the container writes is; an empty folder at first. */
    public Path upper() {
        return folder.resolve("upper");
    }

    /** The overlay's own; an empty folder at first. */
    public Path work() {
        return folder.resolve("work");
    }

    /** Where its output goes; not there at first. */
    public Path log() {
        return folder.resolve("log");
    }

    /** The bytes that it has written, as far as this process may look. */
    public long size() throws IOException {
        return FolderSize.of(upper());
    }

    /** What was last saved. */
    public JsonObject state() throws IOException {
        try {
            byte[] json = Files.readAllBytes(folder.resolve(STATE));
            return json.length == 0 ? JsonObject.EMPTY : JsonObject.parse(json);
        } catch (NoSuchFileException e) {
            return JsonObject.EMPTY;
        } catch (JsonException e) {
            throw new StoreException(folder.resolve(STATE) + " is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Replaces the state. Hold the {@link #lock} where others may do so too.
     *
     * @throws NoSuchFileException where the container has been removed
     */
    public void save(JsonObject state) throws IOException {
        requireThere();
        AtomicFile.writeLightly(folder.resolve(STATE), state.toBytes(), temporary);
    }

    /**
     * Waits until nobody else holds the container and holds it: who runs it does so as long as it runs, so a container is
     * running exactly while {@link #isLocked}, whatever becomes of the process.
     *
     * @throws NoSuchFileException where the container has been removed
     */
    public StoreLock lock() throws IOException {
        requireThere();
        return ProcessLock.exclusive(folder.resolve(LOCK));
    }

    /**
     * Holds the container if nobody else does.
     *
     * @throws NoSuchFileException where the container has been removed
     */
    public Optional<StoreLock> tryLock() throws IOException {
        requireThere();
        return ProcessLock.tryExclusive(folder.resolve(LOCK));
    }

    /** Whether somebody holds it, in this process or another. */
    public boolean isLocked() throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        Optional<StoreLock> probe = ProcessLock.tryShared(folder.resolve(LOCK));
        probe.ifPresent(StoreLock::close);
        return probe.isEmpty();
    }

    /**
     * Held by those who wait for its end, so that a container which removes itself leaves them time to see how it ended.
     *
     * @throws NoSuchFileException where the container has been removed
     */
    public StoreLock awaited() throws IOException {
        requireThere();
        return ProcessLock.shared(folder.resolve(READERS));
    }

    /** Whether anybody waits for its end. */
    public boolean isAwaited() throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        Optional<StoreLock> alone = ProcessLock.tryExclusive(folder.resolve(READERS));
        alone.ifPresent(StoreLock::close);
        return alone.isEmpty();
    }

    private void requireThere() throws NoSuchFileException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "the container has been removed");
        }
    }
}
