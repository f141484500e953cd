package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.store.BlobWriter;
import dev.varve.store.Blobs;
import java.io.IOException;
import java.io.InputStream;

/** Fetches a blob as it is. */
final class BlobDownload {
    private static final int BUFFER = 128 * 1024;

    private BlobDownload() {}

    static void fetch(Repository repository, Descriptor blob, Blobs blobs, Progress progress) throws IOException {
        progress.started(blob);
        try (InputStream in = new BlobStream(repository, blob, 0, bytes -> progress.transferred(blob, bytes));
                BlobWriter out = blobs.create(blob.digest())) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
            requireDigest(out.digest(), blob.digest());
            out.commit();
        }
        progress.finished(blob);
    }

    static void requireDigest(Digest got, Digest expected) throws RegistryException {
        if (!got.equals(expected)) {
            throw new RegistryException("gives the content of " + got + " for the blob " + expected);
        }
    }
}
