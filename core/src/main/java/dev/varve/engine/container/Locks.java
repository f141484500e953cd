package dev.varve.engine.container;

import dev.varve.store.ContainerFolder;
import dev.varve.store.StoreException;
import dev.varve.store.StoreLock;
import java.io.IOException;
import java.util.Optional;

/** Who has a container. */
final class Locks {
    private static final int ATTEMPTS = 50;
    private static final int PAUSE_MILLIS = 2;
    private static final int READER_PAUSE_MILLIS = 20;

    private Locks() {}

    /**
     * Takes a container that does not run. Whoever only asks whether it does has it for a moment too, so one look is not
     * enough.
     *
     * @throws StoreException where it runs
     */
    static StoreLock take(ContainerFolder folder) throws IOException, InterruptedException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<StoreLock> lock = folder.tryLock();
            if (lock.isPresent()) {
                return lock.get();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new StoreException(
                "container " + folder.name() + " is running; 'varve stop " + folder.name() + "' stops it first");
    }

    /** Leaves those who wait for the container's end a moment to see it, which they need not take. */
    static void awaitReaders(ContainerFolder folder) throws IOException, InterruptedException {
        for (int i = 0; i < ATTEMPTS && folder.isAwaited(); i++) {
            Thread.sleep(READER_PAUSE_MILLIS);
        }
    }
}
