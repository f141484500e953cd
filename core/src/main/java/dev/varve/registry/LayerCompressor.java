package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.layer.LayerCompression;
import dev.varve.store.BlobWriter;
import dev.varve.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds or makes the form in which a layer of the store goes to a registry. */
final class LayerCompressor {
    private static final int BUFFER = 128 * 1024;

    private final Store store;
    private final Compression compression;
    private final String manifestType;

    /** @param manifestType the media type of the manifest that the layers are in */
    LayerCompressor(Store store, Compression compression, String manifestType) {
        this.store = store;
        this.compression = compression;
        this.manifestType = manifestType;
    }

    /** The forms in which the layer may go, the best first; their blobs need not be in the store. */
    List<Descriptor> known(Digest diffId) throws IOException {
        List<Descriptor> wanted = new ArrayList<>();
        List<Descriptor> others = new ArrayList<>();
        // In an order, so that the same image always goes out as the same manifest.
        List<Descriptor> forms = new ArrayList<>(store.layers().forms(diffId));
        forms.sort(Comparator.comparing(Descriptor::digest));
        for (Descriptor form : forms) {
            boolean fits = LayerForm.compression(form) == compression.format();
            (fits ? wanted : others).add(worded(form));
        }
        if (!compression.always()) {
            wanted.addAll(others);
        }
        return wanted;
    }

    private Descriptor worded(Descriptor form) {
        String type = LayerForm.mediaType(LayerForm.compression(form), manifestType);
        return new Descriptor(type, form.digest(), form.size());
    }

    /** Compresses the layer into a blob of the store, which is remembered. */
    Descriptor compress(Digest diffId) throws IOException {
        String type = LayerForm.mediaType(compression.format(), manifestType);
        Path plain = store.layers().require(diffId);
        if (compression.format() == LayerCompression.NONE) {
            return new Descriptor(type, diffId, Files.size(plain));
        }
        try (InputStream in = Files.newInputStream(plain);
                BlobWriter blob = store.blobs().create()) {
            // Closing the compressed stream must not close the blob, which would be gone then.
            OutputStream out = compression.on(new Unclosed(blob));
            try (out) {
                copy(in, out);
            }
            Descriptor form = new Descriptor(type, blob.commit(), blob.size());
            store.layers().remember(diffId, form);
            return form;
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
    }
}
