package dev.varve.engine.container;

import dev.varve.sandbox.HostProcess;
import dev.varve.store.ContainerFolder;
import dev.varve.store.Store;
import dev.varve.store.StoreException;
import dev.varve.store.StoreLock;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;

/** Waits for the end of a container that any process may supervise, and brings it about. */
public final class Ending {
    private static final int LONGEST_PAUSE_MILLIS = 25;

    private final ContainerFolder folder;

    public Ending(ContainerFolder folder) {
        this.folder = folder;
    }

    /**
     * Waits until it does not run.
     *
     * @return what it was then
     * @throws java.nio.file.NoSuchFileException where it has been removed before
     */
    @SuppressWarnings("try")
    public ContainerState await() throws IOException, InterruptedException {
        try (StoreLock awaited = folder.awaited()) {
            for (int pause = 1; folder.isLocked(); pause = Math.min(pause + 1, LONGEST_PAUSE_MILLIS)) {
                Thread.sleep(pause);
            }
            return StoredContainer.read(folder).state();
        }
    }

    /**
     * Asks it to end, and ends it where it does not in that time.
     *
     * @param signal what it is asked with; empty for what its image says, or {@code TERM}
     * @return whether it ran
     * @throws IllegalArgumentException where that is no signal
     */
    public boolean stop(String signal, Duration patience) throws IOException, InterruptedException {
        StoredContainer container = StoredContainer.read(folder);
        String own = container.settings().config().stopSignal();
        String name = SignalName.of(signal.isEmpty() ? own.isEmpty() ? "TERM" : own : signal);
        Optional<HostProcess> process = container.state().process();
        if (process.isEmpty()) {
            return false;
        }
        process.get().signal(name);
        if (!await(patience)) {
            process.get().signal("KILL");
            await();
        }
        return true;
    }

    /**
     * Sends its first process a signal.
     *
     * @throws IllegalArgumentException where that is no signal
     * @throws StoreException where it does not run
     */
    public void signal(String signal) throws IOException, InterruptedException {
        String name = SignalName.of(signal);
        HostProcess process = StoredContainer.read(folder)
                .state()
                .process()
                .orElseThrow(() -> new StoreException("container " + folder.name() + " is not running"));
        process.signal(name);
    }

    /**
     * Removes it.
     *
     * @param force whether one that runs is ended first
     * @throws StoreException where it runs
     */
    @SuppressWarnings("try")
    public void remove(Store store, boolean force) throws IOException, InterruptedException {
        if (force) {
            endAtOnce();
        }
        StoreLock held;
        try {
            held = Locks.take(folder);
        } catch (NoSuchFileException e) {
            // one that removes itself has been quicker
            return;
        }
        try (held) {
            store.containers().remove(folder);
        }
    }

    /** One that is damaged tells no process; it can be removed all the same where nobody holds it. */
    private void endAtOnce() throws IOException, InterruptedException {
        try {
            Optional<HostProcess> process = StoredContainer.read(folder).state().process();
            if (process.isPresent()) {
                process.get().signal("KILL");
                await();
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (StoreException e) {
            if (folder.isLocked()) {
                throw e;
            }
        }
    }

    /** Whether it ended in that time. */
    private boolean await(Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (int pause = 1; folder.isLocked(); pause = Math.min(pause + 1, LONGEST_PAUSE_MILLIS)) {
            if (!patience.isNegative() && System.nanoTime() >= end) {
                return false;
            }
            Thread.sleep(pause);
        }
        return true;
    }
}
