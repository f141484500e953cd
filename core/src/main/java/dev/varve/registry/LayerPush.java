package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.store.Store;
import dev.varve.store.StoreException;
import java.io.IOException;
import java.util.Optional;

/** Gets layers of the store into a repository. */
final class LayerPush {
    private final Store store;
    private final BlobUpload upload;
    private final MountSources sources;

    LayerPush(Store store, BlobUpload upload, MountSources sources) {
        this.store = store;
        this.upload = upload;
        this.sources = sources;
    }

    /** Sends a layer as it is. */
    void push(Descriptor layer, Digest diffId) throws IOException {
        if (!upload.isThere(layer)) {
            if (!store.blobs().contains(layer.digest())) {
                throw new StoreException(
                        "layer " + layer.digest() + " is not in the store; pull or build its image anew");
            }
            upload.send(layer, sources.of(diffId));
        }
    }

    /**
     * Sends a layer compressed.
     *
     * @return the form that the repository has now
     */
    Descriptor push(Digest diffId, LayerCompressor compressor) throws IOException {
        for (Descriptor form : compressor.known(diffId)) {
            boolean sent = upload.isThere(form);
            if (!sent && store.blobs().contains(form.digest())) {
                upload.send(form, sources.of(diffId));
                sent = true;
            }
            if (sent) {
                return form;
            }
        }
        Descriptor form = compressor.compress(diffId);
        if (!upload.isThere(form)) {
            upload.send(form, Optional.empty());
        }
        return form;
    }
}
