package dev.varve.context;

import java.io.IOException;
import java.nio.file.Path;

/** Remembers the digests of files that have not changed, from one run to the next. */
public final class DigestCache {
    private DigestCache() {}

    /** One that remembers nothing beyond this process. */
    public static DigestCache none() {
        return new DigestCache();
    }

    /** The one kept in this folder; a file that is missing or damaged counts as empty. */
    public static DigestCache in(Path folder) {
        throw new UnsupportedOperationException("not yet: " + folder);
    }

    /** Writes what has been learned. */
    public void save() throws IOException {}
}
