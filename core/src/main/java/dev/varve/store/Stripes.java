package dev.varve.store;

import dev.varve.image.Digest;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Locks for work that is done once for all, by whoever comes first: one file for each purpose and first byte of a digest,
 * so that there is no end of lock files.
 */
final class Stripes {
    private final Path folder;

    Stripes(Path folder) {
        this.folder = folder;
    }

    StoreLock lock(String purpose, Digest digest) throws IOException {
        return ProcessLock.exclusive(folder.resolve(purpose + "-" + digest.hex().substring(0, 2)));
    }
}
