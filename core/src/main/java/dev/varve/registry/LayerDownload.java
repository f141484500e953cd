package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.layer.LayerCompression;
import dev.varve.store.BlobWriter;
import dev.varve.store.Blobs;
import dev.varve.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Optional;

/** Gets a layer into the store twice, as the registry has it and expanded, in one pass. */
final class LayerDownload {
    private static final int BUFFER = 128 * 1024;

    /** What any layer may expand to, and how many times its size a larger one may; disk images full of zeros reach hundreds. */
    private static final long ALWAYS_ALLOWED = 8L << 30;

    private static final long MOST_TIMES = 400;

    private final Repository repository;
    private final Store store;
    private final Blobs blobs;
    private final Progress progress;

    LayerDownload(Repository repository, Store store, Progress progress) {
        this.repository = repository;
        this.store = store;
        this.blobs = store.blobs();
        this.progress = progress;
    }

    /** The digest that an expanded layer is to have, which may have to be waited for. */
    interface DiffId {
        Digest get() throws IOException;
    }

    /** Fetches what is not there. */
    void fetch(Descriptor layer, DiffId diffId) throws IOException {
        if (blobs.contains(layer.digest())) {
            store.layers().require(diffId.get(), layer);
            progress.present(layer);
            return;
        }
        progress.started(layer);
        try (InputStream from = new BlobStream(repository, layer, bytes -> progress.transferred(layer, bytes))) {
            keep(layer, from, diffId);
        }
        store.layers().remember(diffId.get(), layer);
        progress.finished(layer);
    }

    private void keep(Descriptor layer, InputStream from, DiffId diffId) throws IOException {
        try (BlobWriter compressed = blobs.create(layer.digest());
                BlobWriter expanded = blobs.create()) {
            Copied in = new Copied(from, compressed);
            Optional<IOException> damage = expand(layer, in, expanded);
            in.transferTo(OutputStream.nullOutputStream());
            BlobDownload.requireDigest(compressed.digest(), layer.digest());
            if (damage.isPresent()) {
                throw new RegistryException(
                        "the layer " + layer.digest() + " is damaged: "
                                + damage.get().getMessage(),
                        damage.get());
            }
            Digest expected = diffId.get();
            if (!expanded.digest().equals(expected)) {
                throw new RegistryException("the layer " + layer.digest() + " expands to the content of "
                        + expanded.digest() + ", not to that of " + expected + " as the image's configuration says");
            }
            expanded.commit();
            compressed.commit();
        }
    }

    /** @return why the layer cannot be expanded; empty where it was */
    private static Optional<IOException> expand(Descriptor layer, Copied in, OutputStream out) throws IOException {
        long most = Math.max(ALWAYS_ALLOWED, layer.size() * MOST_TIMES);
        InputStream expanded;
        try {
            expanded = LayerCompression.decompress(in, layer.digest().toString(), most);
        } catch (IOException e) {
            return damage(e, in);
        }
        try (expanded) {
            byte[] buffer = new byte[BUFFER];
            while (true) {
                int count;
                try {
                    count = expanded.read(buffer);
                } catch (IOException e) {
                    return damage(e, in);
                }
                if (count < 0) {
                    return Optional.empty();
                }
                out.write(buffer, 0, count);
            }
        }
    }

    /** Throws the failure again where it is not the layer's. */
    private static Optional<IOException> damage(IOException failure, Copied in) throws IOException {
        in.requireWritten();
        if (failure instanceof RegistryException || failure instanceof InterruptedIOException) {
            throw failure;
        }
        return Optional.of(failure);
    }
}
