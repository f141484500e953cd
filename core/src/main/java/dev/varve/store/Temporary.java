package dev.varve.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Room for what is not whole yet: {@code tmp/NAME/} belongs to one open store, which holds the lock {@code tmp/NAME.lock}
 * while it lives. It is made when first needed, and whoever makes one first removes those whose owners are gone, as far as it
 * may without help.
 */
final class Temporary {
    private static final String MAKING = "making";
    private static final String LOCK = ".lock";

    private final Path tmp;
    private final FolderRemover remover;
    private final AtomicLong next = new AtomicLong();
    private @Nullable Path own;
    private @Nullable StoreLock ownership;

    Temporary(Path tmp, FolderRemover remover) {
        this.tmp = tmp;
        this.remover = remover;
    }

    /** The name of a file or folder that does not exist. */
    Path newPath() throws IOException {
        return own().resolve(Long.toString(next.getAndIncrement()));
    }

    /** A new folder that is empty. */
    Path newFolder() throws IOException {
        return Files.createDirectory(newPath());
    }

    /** Makes a folder: fills it aside and then moves it into place. Where that fails, nothing is left. */
    void make(Path folder, Filling filling) throws IOException {
        Path aside = newFolder();
        try {
            filling.into(aside);
            AtomicFile.move(aside, folder);
        } catch (IOException | RuntimeException | Error e) {
            try {
                remover.remove(aside);
            } catch (IOException alsoWrong) {
                e.addSuppressed(alsoWrong);
            }
            throw e;
        }
    }

    /** Fills an empty folder. */
    interface Filling {
        void into(Path folder) throws IOException;
    }

    private synchronized Path own() throws IOException {
        Path folder = own;
        if (folder == null) {
            StoreLock making = ProcessLock.exclusive(tmp.resolve(MAKING));
            try (making) {
                sweep(FolderRemoval::removeTree);
                String name = UUID.randomUUID().toString();
                ownership = ProcessLock.exclusive(tmp.resolve(name + LOCK));
                folder = Files.createDirectory(tmp.resolve(name));
            }
            own = folder;
        }
        return folder;
    }

    /** Removes what the dead have left; what cannot be removed stays for the next time. */
    void clean() throws IOException {
        if (Files.isDirectory(tmp)) {
            StoreLock making = ProcessLock.exclusive(tmp.resolve(MAKING));
            try (making) {
                sweep(remover);
            }
        }
    }

    private void sweep(FolderRemover how) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path path : Folders.children(tmp)) {
            String name = path.getFileName().toString();
            names.add(name.endsWith(LOCK) ? name.substring(0, name.length() - LOCK.length()) : name);
        }
        names.remove(MAKING);
        for (String name : names) {
            Optional<StoreLock> dead = ProcessLock.tryExclusive(tmp.resolve(name + LOCK));
            if (dead.isPresent()) {
                StoreLock held = dead.get();
                try (held) {
                    how.remove(tmp.resolve(name));
                    Files.deleteIfExists(tmp.resolve(name + LOCK));
                } catch (IOException e) {
                    // It hinders nobody; a later process may be luckier.
                }
            }
        }
    }

    synchronized void close() throws IOException {
        if (own != null && ownership != null) {
            StoreLock making = ProcessLock.exclusive(tmp.resolve(MAKING));
            try (making) {
                remover.remove(own);
                Files.deleteIfExists(tmp.resolve(own.getFileName() + LOCK));
                ownership.close();
            }
            own = null;
            ownership = null;
        }
    }
}
