package dev.varve.engine.files;

import dev.varve.context.ContentHash;
import dev.varve.image.Digest;
import dev.varve.layer.Layer;
import dev.varve.layer.RootFileSystem;
import dev.varve.store.Store;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The file systems of stacks of layers that somebody has come by, each listed once. Safe for use by several threads. */
public final class Stacks implements Closeable {
    private final Store store;
    private final Map<Digest, Layer> layers = new HashMap<>();
    private final Map<List<Digest>, RootFileSystem> merged = new HashMap<>();
    private final Map<List<Digest>, ContentHash> hashes = new HashMap<>();

    public Stacks(Store store) {
        this.store = store;
    }

    /** The file system of these layers, given by their diff IDs, the lowest first. */
    public synchronized RootFileSystem files(List<Digest> stack) throws IOException {
        RootFileSystem known = merged.get(stack);
        if (known == null) {
            List<Layer> open = new ArrayList<>();
            for (Digest diffId : stack) {
                open.add(layer(diffId));
            }
            known = RootFileSystem.of(open);
            merged.put(List.copyOf(stack), known);
        }
        return known;
    }

    /** The layer of this diff ID; it is open until this is closed. */
    public synchronized Layer layer(Digest diffId) throws IOException {
        Layer known = layers.get(diffId);
        if (known == null) {
            known = Layer.open(store.layers().require(diffId));
            layers.put(diffId, known);
        }
        return known;
    }

    /** The content of that file system as cache keys see it; to be used by one thread at a time. */
    public synchronized ContentHash hash(List<Digest> stack) throws IOException {
        ContentHash known = hashes.get(stack);
        if (known == null) {
            known = new ContentHash(files(stack).asBuildContext());
            hashes.put(List.copyOf(stack), known);
        }
        return known;
    }

    @Override
    public synchronized void close() throws IOException {
        for (Layer layer : layers.values()) {
            layer.close();
        }
    }
}
