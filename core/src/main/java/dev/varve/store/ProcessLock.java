package dev.varve.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file that holds between processes and between the threads of this one. A {@link FileLock} alone belongs to
 * the whole JVM, and closing any channel of its file lets go of it; so each file is opened at most once here, whoever asks.
 */
final class ProcessLock {
    private static final ConcurrentHashMap<Path, ProcessLock> KNOWN = new ConcurrentHashMap<>();
    private static final int LONGEST_PAUSE_MILLIS = 20;

    private final Path file;
    /** Those who hold the lock or wait for it; the last to leave takes this object out of {@link #KNOWN}. */
    private int interested;

    private int holders;
    private boolean exclusive;
    private @Nullable FileChannel channel;

    private ProcessLock(Path file) {
        this.file = file;
    }

    /** Waits for the lock that any number may hold at a time. */
    static StoreLock shared(Path file) throws IOException {
        return enter(file).await(false, () -> {});
    }

    /** Waits for the lock that only one may hold. */
    static StoreLock exclusive(Path file) throws IOException {
        return exclusive(file, () -> {});
    }

    /** @param onWait is called once if there is need to wait */
    static StoreLock exclusive(Path file, Runnable onWait) throws IOException {
        return enter(file).await(true, onWait);
    }

    /** The lock that only one may hold, if nobody holds it. */
    static Optional<StoreLock> tryExclusive(Path file) throws IOException {
        return enter(file).attempt(true);
    }

    /** The lock that any number may hold, if nobody holds it alone. */
    static Optional<StoreLock> tryShared(Path file) throws IOException {
        return enter(file).attempt(false);
    }

    private static ProcessLock enter(Path file) {
        Path key = file.toAbsolutePath().normalize();
        return KNOWN.compute(key, (path, known) -> {
            ProcessLock lock = known == null ? new ProcessLock(path) : known;
            lock.interested++;
            return lock;
        });
    }

    private void leave() {
        KNOWN.computeIfPresent(file, (path, lock) -> --lock.interested == 0 ? null : lock);
    }

    private StoreLock await(boolean alone, Runnable onWait) throws IOException {
        boolean taken = false;
        try {
            for (int pause = 0; !take(alone); pause = Math.min(pause + 1, LONGEST_PAUSE_MILLIS)) {
                if (pause == 0) {
                    onWait.run();
                }
                Thread.sleep(Math.max(1, pause));
            }
            taken = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for " + file, e);
        } finally {
            if (!taken) {
                leave();
            }
        }
        return held();
    }

    private Optional<StoreLock> attempt(boolean alone) throws IOException {
        boolean taken = false;
        try {
            taken = take(alone);
        } finally {
            if (!taken) {
                leave();
            }
        }
        return taken ? Optional.of(held()) : Optional.empty();
    }

    private StoreLock held() {
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (!closed.getAndSet(true)) {
                release();
                leave();
            }
        };
    }

    private synchronized boolean take(boolean alone) throws IOException {
        if (holders == 0) {
            FileChannel opened = open();
            FileLock lock = null;
            try {
                lock = opened.tryLock(0, Long.MAX_VALUE, !alone);
            } finally {
                if (lock == null) {
                    opened.close();
                }
            }
            if (lock == null) {
                return false;
            }
            channel = opened;
            exclusive = alone;
        } else if (alone || exclusive) {
            return false;
        }
        holders++;
        return true;
    }

    private FileChannel open() throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
        }
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private synchronized void release() {
        holders--;
        if (holders == 0 && channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } finally {
                channel = null;
            }
        }
    }
}
