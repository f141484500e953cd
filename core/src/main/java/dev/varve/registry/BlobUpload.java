package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.store.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Gets blobs of the store into a repository: as little of them as it takes. */
final class BlobUpload {
    private final Repository repository;
    private final Blobs blobs;
    private final Progress progress;

    BlobUpload(Repository repository, Blobs blobs, Progress progress) {
        this.repository = repository;
        this.blobs = blobs;
        this.progress = progress;
    }

    /** Whether the repository has the blob. */
    boolean isThere(Descriptor blob) throws IOException {
        if (repository.has(blob)) {
            progress.present(blob);
            return true;
        }
        return false;
    }

    void sendUnlessThere(Descriptor blob) throws IOException {
        if (!isThere(blob)) {
            send(blob, Optional.empty());
        }
    }

    /**
     * Sends a blob that is not there.
     *
     * @param from another repository of the registry that may have it
     */
    void send(Descriptor blob, Optional<String> from) throws IOException {
        Optional<UploadSession> session = UploadSession.begin(repository, blob, from);
        if (session.isEmpty()) {
            progress.present(blob);
            return;
        }
        progress.started(blob);
        session.get().send(offset -> open(blob, offset), bytes -> progress.transferred(blob, bytes));
        progress.finished(blob);
    }

    private InputStream open(Descriptor blob, long offset) throws IOException {
        InputStream in = blobs.open(blob.digest());
        try {
            in.skipNBytes(offset);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
