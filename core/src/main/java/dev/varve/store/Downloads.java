package dev.varve.store;

import dev.varve.image.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Blobs that come from elsewhere, each in {@code downloads/DIGEST} until it is whole. One at a time fetches a blob, and whoever
 * else wants it waits. What has come of a blob stays when that is broken off, so that the next to want it goes on from there.
 */
public final class Downloads {
    private final Path folder;
    private final Blobs blobs;
    private final Stripes stripes;

    Downloads(Path folder, Blobs blobs, Stripes stripes) {
        this.folder = folder;
        this.blobs = blobs;
        this.stripes = stripes;
    }

    /**
     * Begins to fetch a blob, or goes on with it. The blob may be there by now, when somebody else has fetched it meanwhile.
     *
     * @return has the bytes that have come before, as {@link BlobWriter#written} gives them; they are not verified yet
     */
    public BlobWriter begin(Digest digest) throws IOException {
        StoreLock only = stripes.lock("download", digest);
        try {
            Files.createDirectories(folder);
            return BlobWriter.resume(
                    blobs, digest.algorithm(), folder.resolve(digest.algorithm() + "-" + digest.hex()), only);
        } catch (IOException | RuntimeException | Error e) {
            only.close();
            throw e;
        }
    }

    /** Removes what was broken off; nobody may be fetching anything. How many bytes that was. */
    long clear() throws IOException {
        long bytes = 0;
        for (Path file : Folders.children(folder)) {
            bytes += Files.size(file);
            Files.delete(file);
        }
        return bytes;
    }
}
