package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.store.BlobWriter;
import dev.varve.store.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** Gets a layer into the store twice, as the registry has it and expanded, in one pass. */
final class LayerDownload {
    private static final int BUFFER = 128 * 1024;

    private final Repository repository;
    private final Blobs blobs;
    private final Progress progress;

    LayerDownload(Repository repository, Blobs blobs, Progress progress) {
        this.repository = repository;
        this.blobs = blobs;
        this.progress = progress;
    }

    /** The digest that an expanded layer is to have, which may have to be waited for. */
    interface DiffId {
        Digest get() throws IOException;
    }

    /** Fetches what is not there. */
    void fetch(Descriptor layer, DiffId diffId) throws IOException {
        if (!blobs.contains(layer.digest())) {
            progress.started(layer);
            try (InputStream from = new BlobStream(repository, layer, bytes -> progress.transferred(layer, bytes))) {
                keep(layer, from, diffId);
            }
            progress.finished(layer);
            return;
        }
        if (!blobs.contains(diffId.get())) {
            try (InputStream from = blobs.open(layer.digest())) {
                keep(layer, from, diffId);
            }
        }
        progress.present(layer);
    }

    private void keep(Descriptor layer, InputStream from, DiffId diffId) throws IOException {
        try (BlobWriter compressed = blobs.create();
                BlobWriter expanded = blobs.create()) {
            Copied in = new Copied(from, compressed);
            IOException damage = expand(in, expanded);
            in.transferTo(OutputStream.nullOutputStream());
            if (damage != null) {
                BlobDownload.commit(compressed, layer.digest());
                throw new RegistryException(
                        "the layer " + layer.digest() + " is damaged: " + damage.getMessage(), damage);
            }
            BlobDownload.commit(expanded, diffId.get());
            BlobDownload.commit(compressed, layer.digest());
        }
    }

    /** @return why the layer cannot be expanded; null where it was */
    private static @org.jspecify.annotations.Nullable IOException expand(Copied in, OutputStream out)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        InputStream expanded = null;
        while (true) {
            int count;
            try {
                expanded = expanded == null ? Expansion.open(in) : expanded;
                count = expanded.read(buffer);
            } catch (RegistryException | InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                in.requireWritten();
                return e;
            }
            if (count < 0) {
                return null;
            }
            out.write(buffer, 0, count);
        }
    }
}
