package dev.varve.engine.container;

import dev.varve.engine.overlay.Overlays;
import dev.varve.image.ContainerConfig;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.HistoryEntry;
import dev.varve.image.ImageConfig;
import dev.varve.image.MediaType;
import dev.varve.layer.Layer;
import dev.varve.sandbox.Sandbox;
import dev.varve.store.Store;
import dev.varve.store.StoredImage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes an image of a container, as {@code docker commit} does ({@code moby/daemon/containerd/image_commit.go}): the layers
 * of its image, one of what it changed, and its configuration.
 */
public final class Commit {
    private final Store store;
    private final Sandbox sandbox;
    private final StoredContainer container;

    public Commit(Store store, Sandbox sandbox, StoredContainer container) {
        this.store = store;
        this.sandbox = sandbox;
        this.container = container;
    }

    /**
     * Makes the image; the caller holds the store and keeps the image.
     *
     * @param base the container's image
     * @param author empty for that of the image
     * @param changes instructions of a Dockerfile
     * @return its manifest
     */
    public Descriptor run(StoredImage base, String message, String author, List<String> changes) throws IOException {
        ImageConfig image = base.config();
        ContainerConfig config = ConfigChanges.apply(container.settings().config(), image.platform(), changes);
        Optional<Digest> layer = layer();
        Instant now = Instant.now();
        String by = author.isEmpty() ? image.author() : author;
        List<Digest> diffIds = new ArrayList<>(image.diffIds());
        List<Descriptor> layers = new ArrayList<>();
        base.manifest()
                .layers()
                .forEach(one -> layers.add(new Descriptor(MediaType.inOci(one.mediaType()), one.digest(), one.size())));
        if (layer.isPresent()) {
            diffIds.add(layer.get());
            layers.add(new Descriptor(
                    MediaType.OCI_LAYER, layer.get(), store.blobs().size(layer.get())));
        }
        List<HistoryEntry> history = new ArrayList<>(image.history());
        String command = String.join(" ", container.settings().arguments());
        history.add(new HistoryEntry(Optional.of(now), command, by, message, layer.isEmpty()));
        return store.images()
                .write(new ImageConfig(image.platform(), Optional.of(now), by, config, diffIds, history), layers);
    }

    /** What it changed; empty where that is nothing. */
    private Optional<Digest> layer() throws IOException {
        try (ContainerFiles files = new ContainerFiles(store, container.folder())) {
            Digest diffId = new Overlays(store, sandbox)
                    .pack(
                            Launch.sandboxFolder(container.folder()),
                            container.folder().upper(),
                            files.base());
            try (Layer layer = Layer.open(store.blobs().path(diffId))) {
                return layer.entries().isEmpty() ? Optional.empty() : Optional.of(diffId);
            }
        }
    }
}
