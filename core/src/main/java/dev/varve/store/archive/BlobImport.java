package dev.varve.store.archive;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.store.BlobWriter;
import dev.varve.store.Blobs;
import dev.varve.store.StoreException;
import dev.varve.store.archive.ArchiveFiles.ArchiveFile;
import java.io.IOException;
import java.io.InputStream;

/** Brings blobs out of an archive into the store, verified. */
final class BlobImport {
    private final ArchiveFiles files;
    private final ArchiveDocuments documents;
    private final Blobs blobs;

    BlobImport(ArchiveFiles files, Blobs blobs) {
        this.files = files;
        this.documents = new ArchiveDocuments(files);
        this.blobs = blobs;
    }

    boolean has(Digest digest) throws IOException {
        return files.find(ArchiveDocuments.blobPath(digest)).isPresent();
    }

    /** @throws StoreException where neither archive nor store has the blob, or the archive has something else under its name */
    void bring(Descriptor blob) throws IOException {
        if (blobs.contains(blob.digest())) {
            return;
        }
        String path = ArchiveDocuments.blobPath(blob.digest());
        ArchiveFile file = documents.require(path);
        if (file.size() != blob.size()) {
            throw new StoreException(files.name() + " is damaged: " + path + " has " + file.size() + " bytes, not the "
                    + blob.size() + " it is said to have");
        }
        try (InputStream content = file.open();
                BlobWriter writer = blobs.create(blob.digest())) {
            content.transferTo(writer);
            if (!writer.digest().equals(blob.digest())) {
                throw new StoreException(
                        files.name() + " is damaged: " + path + " has the content of " + writer.digest());
            }
            writer.commit();
        }
    }
}
