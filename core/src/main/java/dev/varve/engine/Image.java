package dev.varve.engine;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.HistoryEntry;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.layer.waste.ImageLayers;
import dev.varve.store.Store;
import dev.varve.store.StoredImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An image of the store, as it was when it was looked up. */
public final class Image {
    private final Store store;
    private final StoredImage image;

    Image(Store store, StoredImage image) {
        this.store = store;
        this.image = image;
    }

    StoredImage stored() {
        return image;
    }

    /** The digest of its configuration. */
    public Digest id() {
        return image.id();
    }

    /** Its names; none for an image that lost them. */
    public List<ImageReference> names() {
        return image.references();
    }

    /** The digests by which registries know it. */
    public List<ImageReference> repositoryDigests() {
        return image.repositoryDigests();
    }

    public ImageConfig config() {
        return image.config();
    }

    /** What names its manifest. */
    public Descriptor descriptor() {
        return image.descriptor();
    }

    public Manifest manifest() {
        return image.manifest();
    }

    /** Its files, without unpacking any; to be closed. */
    public ImageFiles files() throws IOException {
        return new ImageFiles(store, image.config().diffIds());
    }

    /** The bytes of its layers' archives, uncompressed. */
    public long size() throws IOException {
        long size = 0;
        for (Digest diffId : image.config().diffIds()) {
            size += layerBytes(diffId);
        }
        return size;
    }

    long layerBytes(Digest diffId) throws IOException {
        return Files.size(store.layers().require(diffId));
    }

    /** The files with its layers' archives, uncompressed, the lowest first. They are not to be written to. */
    public List<Path> layerFiles() throws IOException {
        return store.layers().require(image);
    }

    /** How it was made, one entry an instruction, the latest first, each with the size of its layer. */
    public List<ImageHistory> history() throws IOException {
        List<ImageHistory> history = new ArrayList<>();
        int layer = 0;
        List<Digest> diffIds = image.config().diffIds();
        for (HistoryEntry entry : image.config().history()) {
            boolean hasLayer = !entry.emptyLayer() && layer < diffIds.size();
            long size = hasLayer ? layerBytes(diffIds.get(layer)) : 0;
            history.add(
                    0, new ImageHistory(entry, hasLayer ? Optional.of(diffIds.get(layer)) : Optional.empty(), size));
            layer += hasLayer ? 1 : 0;
        }
        return history;
    }

    /**
     * Its layers, and what they hold in vain. It reads the contents of files that are as large as another.
     *
     * @param base the image that its Dockerfile begins with; it counts only where its layers are the lowest of this one
     */
    public ImageLayers layers(String name, Optional<Image> base) throws IOException {
        return new LayerTable(this).of(name, base);
    }
}
