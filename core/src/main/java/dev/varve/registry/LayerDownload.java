package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.layer.LayerCompression;
import dev.varve.store.BlobWriter;
import dev.varve.store.Blobs;
import dev.varve.store.Store;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
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

    /** Fetches what is not there, and what has come of it before is not fetched again. */
    void fetch(Descriptor layer, DiffId diffId) throws IOException {
        if (isThere(layer, diffId)) {
            return;
        }
        try (BlobWriter compressed = store.downloads().begin(layer.digest())) {
            if (isThere(layer, diffId)) {
                return;
            }
            progress.started(layer);
            boolean begun = compressed.size() > 0;
            try {
                keep(layer, compressed, diffId);
            } catch (RegistryException e) {
                if (!begun || compressed.size() > 0) {
                    throw e;
                }
                // What came before was not right, as after a loss of power.
                keep(layer, compressed, diffId);
            }
        }
        store.layers().remember(diffId.get(), layer);
        progress.finished(layer);
    }

    private boolean isThere(Descriptor layer, DiffId diffId) throws IOException {
        if (!blobs.contains(layer.digest())) {
            return false;
        }
        store.layers().require(diffId.get(), layer);
        progress.present(layer);
        return true;
    }

    private void keep(Descriptor layer, BlobWriter compressed, DiffId diffId) throws IOException {
        if (compressed.size() > layer.size()) {
            compressed.restart();
        }
        long begin = compressed.size();
        try (InputStream before = new CountedInputStream(compressed.written(), begin, bytes -> {});
                InputStream after =
                        new BlobStream(repository, layer, begin, bytes -> progress.transferred(layer, bytes));
                BlobWriter expanded = blobs.create()) {
            Copied rest = new Copied(after, compressed);
            InputStream in = new SequenceInputStream(before, rest);
            Optional<IOException> damage = expand(layer, in, rest, expanded);
            in.transferTo(OutputStream.nullOutputStream());
            verify(layer, compressed);
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

    /** Nothing of what is wrong is kept. */
    private static void verify(Descriptor layer, BlobWriter compressed) throws IOException {
        try {
            BlobDownload.requireDigest(compressed.digest(), layer.digest());
        } catch (RegistryException e) {
            compressed.restart();
            throw e;
        }
    }

    /** @return why the layer cannot be expanded; empty where it was */
    private static Optional<IOException> expand(Descriptor layer, InputStream in, Copied rest, OutputStream out)
            throws IOException {
        long most = Math.max(ALWAYS_ALLOWED, layer.size() * MOST_TIMES);
        InputStream expanded;
        try {
            expanded = LayerCompression.decompress(open(in), layer.digest().toString(), most);
        } catch (IOException e) {
            return damage(e, rest);
        }
        try (expanded) {
            byte[] buffer = new byte[BUFFER];
            while (true) {
                int count;
                try {
                    count = expanded.read(buffer);
                } catch (IOException e) {
                    return damage(e, rest);
                }
                if (count < 0) {
                    return Optional.empty();
                }
                out.write(buffer, 0, count);
            }
        }
    }

    /** The same, which stays open when it is closed: what follows the archive is still to be read. */
    private static InputStream open(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {}
        };
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
