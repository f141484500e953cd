package dev.varve.engine;

import dev.varve.engine.files.Stacks;
import dev.varve.image.Digest;
import dev.varve.layer.Layer;
import dev.varve.layer.RootFileSystem;
import dev.varve.store.Store;
import dev.varve.store.StoreLock;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The files of an image, read out of its layers. They stay in the store until this is closed. Safe for several threads. */
public final class ImageFiles implements Closeable {
    private final StoreLock use;
    private final Stacks stacks;
    private final List<Digest> layers;

    ImageFiles(Store store, List<Digest> layers) throws IOException {
        this.use = store.use();
        this.stacks = new Stacks(store);
        this.layers = layers;
    }

    /** All of them, as a container of the image sees them where nothing is mounted. */
    public RootFileSystem root() throws IOException {
        return stacks.files(layers);
    }

    /** Its layers, the lowest first; open until this is closed. */
    public List<Layer> layers() throws IOException {
        List<Layer> open = new ArrayList<>();
        for (Digest diffId : layers) {
            open.add(stacks.layer(diffId));
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        try (use) {
            stacks.close();
        }
    }
}
