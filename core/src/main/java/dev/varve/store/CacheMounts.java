package dev.varve.store;

import dev.varve.image.Digest;
import dev.varve.store.Snapshots.Unpacking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The folders of {@code RUN --mount=type=cache}, {@code caches/NAME/}: what a build leaves there the next one finds. */
public final class CacheMounts {
    private static final String FILES = "fs";

    private final Path folder;
    private final Path locks;
    private final Temporary temporary;
    private final FolderRemover remover;
    private final InstantSource clock;

    CacheMounts(Path folder, Path locks, Temporary temporary, FolderRemover remover, InstantSource clock) {
        this.folder = folder;
        this.locks = locks;
        this.temporary = temporary;
        this.remover = remover;
        this.clock = clock;
    }

    /**
     * A cache in use.
     *
     * @param folder what {@link Unpacking} filled, and what earlier builds made of it
     * @param lock to be closed after use
     */
    public record Claim(Path folder, StoreLock lock) {}

    /** A cache that others may use at the same time. */
    public Claim shared(String id, Unpacking beginning) throws IOException {
        String name = name(id, 0);
        StoreLock lock = ProcessLock.shared(locks.resolve(name));
        return claim(name, lock, beginning);
    }

    /** A cache for one alone; waits until nobody else uses it. */
    public Claim alone(String id, Unpacking beginning) throws IOException {
        String name = name(id, 0);
        return claim(name, ProcessLock.exclusive(locks.resolve(name)), beginning);
    }

    /** A cache for one alone; where somebody else uses it, another one. */
    public Claim free(String id, Unpacking beginning) throws IOException {
        for (int number = 0; ; number++) {
            String name = name(id, number);
            Optional<StoreLock> lock = ProcessLock.tryExclusive(locks.resolve(name));
            if (lock.isPresent()) {
                return claim(name, lock.get(), beginning);
            }
        }
    }

    private Claim claim(String name, StoreLock lock, Unpacking beginning) throws IOException {
        boolean done = false;
        try {
            Path place = folder.resolve(name);
            if (!Files.isDirectory(place)) {
                begin(name, place, beginning);
            }
            Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
            done = true;
            return new Claim(place.resolve(FILES), lock);
        } finally {
            if (!done) {
                lock.close();
            }
        }
    }

    private void begin(String name, Path place, Unpacking beginning) throws IOException {
        StoreLock making = ProcessLock.exclusive(locks.resolve(name + ".new"));
        try (making) {
            if (Files.isDirectory(place)) {
                return;
            }
            temporary.make(place, aside -> beginning.into(Files.createDirectory(aside.resolve(FILES))));
        }
    }

    /** The folders, and when each was last claimed. */
    Map<Path, Instant> all() throws IOException {
        Map<Path, Instant> all = new TreeMap<>();
        for (Path place : Folders.children(folder)) {
            all.put(place, Files.getLastModifiedTime(place).toInstant());
        }
        return all;
    }

    /** Removes a folder unless it is in use. Whether it did. */
    boolean remove(Path place) throws IOException {
        Optional<StoreLock> lock =
                ProcessLock.tryExclusive(locks.resolve(place.getFileName().toString()));
        if (lock.isEmpty()) {
            return false;
        }
        Path aside = temporary.newPath();
        StoreLock alone = lock.get();
        try (alone) {
            Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        remover.remove(aside);
        return true;
    }

    private static String name(String id, int number) {
        String hash = Digest.of(id).hex();
        return number == 0 ? hash : hash + "-" + number;
    }
}
