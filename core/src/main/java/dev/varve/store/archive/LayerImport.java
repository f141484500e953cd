package dev.varve.store.archive;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.layer.LayerCompression;
import dev.varve.store.BlobWriter;
import dev.varve.store.Store;
import dev.varve.store.StoreException;
import dev.varve.store.archive.ArchiveFiles.ArchiveFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Holds the layers of an archive to what the images' configurations say of them. */
final class LayerImport {
    /** Nothing that gzip makes grows more than 1,032 times. */
    private static final long MOST_EXPANSION = 1_032;

    private static final long SMALLEST_BOUND = 1L << 30;

    private final ArchiveFiles files;
    private final ArchiveDocuments documents;
    private final Store store;

    LayerImport(ArchiveFiles files, Store store) {
        this.files = files;
        this.documents = new ArchiveDocuments(files);
        this.store = store;
    }

    /** Takes the layers of an image whose blobs are in the store. */
    void adopt(Manifest manifest) throws IOException {
        ImageConfig config =
                documents.read(ArchiveDocuments.blobPath(manifest.config().digest()), ImageConfig::parse);
        requireAsMany(manifest.layers(), config);
        for (int i = 0; i < config.diffIds().size(); i++) {
            Digest diffId = config.diffIds().get(i);
            try {
                store.layers().adopt(diffId, manifest.layers().get(i));
            } catch (StoreException e) {
                throw new StoreException(files.name() + " is damaged: layer " + diffId + ": " + e.getMessage(), e);
            }
        }
    }

    void requireAsMany(List<?> layers, ImageConfig config) throws StoreException {
        if (layers.size() != config.diffIds().size()) {
            throw new StoreException(files.name() + " is damaged: an image has " + layers.size()
                    + " layers, but its configuration names " + config.diffIds().size());
        }
    }

    /** Brings a layer out of a file that may be compressed; its blob in the store is not. */
    Descriptor bring(String path, Digest diffId) throws IOException {
        if (!store.blobs().contains(diffId)) {
            ArchiveFile file = documents.require(path);
            long most = Math.max(SMALLEST_BOUND, MOST_EXPANSION * file.size());
            try (InputStream content = file.open();
                    InputStream plain = LayerCompression.decompress(content, path, most);
                    BlobWriter writer = store.blobs().create(diffId)) {
                plain.transferTo(writer);
                if (!writer.digest().equals(diffId)) {
                    throw new StoreException(files.name() + " is damaged: " + path + " has the content of "
                            + writer.digest() + ", and its image's configuration says " + diffId);
                }
                writer.commit();
            } catch (IOException e) {
                throw StoreException.unreadable(files.name() + ": " + path, e);
            }
        }
        return new Descriptor(MediaType.OCI_LAYER, diffId, store.blobs().size(diffId));
    }
}
