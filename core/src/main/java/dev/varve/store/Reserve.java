package dev.varve.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Some room that is set aside, because removing something takes a little first: on a full disk it is given up, so that the
 * store can be pruned there.
 */
final class Reserve {
    private static final int SIZE = 64 << 10;

    private final Path file;

    Reserve(Path file) {
        this.file = file;
    }

    /** What takes a little room and then gives back more. */
    @FunctionalInterface
    interface Removal<T> {
        T run() throws IOException;
    }

    /** Does it; where that fails, once more without the reserve. */
    <T> T spend(Removal<T> removal) throws IOException {
        try {
            return removal.run();
        } catch (IOException e) {
            if (Files.deleteIfExists(file)) {
                return removal.run();
            }
            throw e;
        }
    }

    /** Sets the room aside if there is enough. */
    void restore() throws IOException {
        if (!Files.exists(file)) {
            byte[] incompressible = new byte[SIZE];
            new Random(SIZE).nextBytes(incompressible);
            try {
                Files.write(file, incompressible);
            } catch (IOException e) {
                Files.deleteIfExists(file);
            }
        }
    }
}
