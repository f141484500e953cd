package dev.varve.engine.container;

import dev.varve.store.ContainerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** What a container has printed, and prints. */
public final class Logs {
    private static final int PAUSE_MILLIS = 10;

    private final ContainerFolder folder;

    public Logs(ContainerFolder folder) {
        this.folder = folder;
    }

    /** Hears of each line, or part of one. */
    @FunctionalInterface
    public interface Ear {
        void hear(LogEntry entry) throws IOException;
    }

    /**
     * Tells what it has printed.
     *
     * @param follow whether to go on until it ends
     */
    public void read(LogFilter filter, boolean follow, Ear ear) throws IOException, InterruptedException {
        // asked before reading: what ends after that has written everything before
        boolean running = follow && folder.isLocked();
        while (!Files.exists(folder.log())) {
            if (!running) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
            running = folder.isLocked();
        }
        try (LogReader reader = new LogReader(folder.log())) {
            if (filter.tail().isPresent()) {
                reader.seekTail(filter.tail().getAsInt());
            }
            while (true) {
                tell(reader, filter, ear);
                if (!running) {
                    return;
                }
                running = folder.isLocked();
                if (running) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        }
    }

    private static void tell(LogReader reader, LogFilter filter, Ear ear) throws IOException {
        for (Optional<LogEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
            if (filter.isWanted(next.get())) {
                ear.hear(next.get());
            }
        }
    }
}
