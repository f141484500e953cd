package dev.varve.store;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The blobs and layers that images, containers and records need. */
final class Needs {
    private final Blobs blobs;
    private final Layers layers;
    private final ImageReading reading;
    private final Set<Digest> needed = new HashSet<>();
    private final Set<Digest> diffIds = new HashSet<>();

    Needs(Blobs blobs, Layers layers) {
        this.blobs = blobs;
        this.layers = layers;
        this.reading = new ImageReading(blobs);
    }

    Set<Digest> blobs() {
        return needed;
    }

    Set<Digest> diffIds() {
        return diffIds;
    }

    Needs image(ImageEntry entry) throws IOException {
        document(entry.manifest());
        if (entry.index().isPresent()) {
            index(entry.index().get());
        }
        return this;
    }

    void container(ContainerIdentity container) throws IOException {
        if (container.manifest().isPresent()) {
            manifest(container.manifest().get());
        }
        layers(container.layers());
    }

    /** All that a manifest or index leads to, as far as it is there. */
    private void document(Descriptor descriptor) throws IOException {
        if (MediaType.isIndex(descriptor.mediaType())) {
            index(descriptor.digest());
        } else {
            manifest(descriptor.digest());
        }
    }

    private void index(Digest digest) throws IOException {
        if (needed.add(digest)) {
            try {
                for (Descriptor child : reading.index(digest).manifests()) {
                    document(child);
                }
            } catch (StoreException e) {
                // What is damaged leads nowhere.
            }
        }
    }

    private void manifest(Digest digest) throws IOException {
        if (needed.add(digest)) {
            try {
                Manifest manifest = reading.manifest(digest);
                needed.add(manifest.config().digest());
                manifest.layers().forEach(layer -> needed.add(layer.digest()));
                layers(reading.config(manifest).diffIds());
            } catch (StoreException e) {
                // What is damaged leads nowhere.
            }
        }
    }

    /** The layers' archives, or in their place what they can be made from. */
    void layers(Iterable<Digest> needy) throws IOException {
        for (Digest diffId : needy) {
            if (diffIds.add(diffId)) {
                needed.add(diffId);
                if (!blobs.contains(diffId)) {
                    layers.forms(diffId).forEach(form -> needed.add(form.digest()));
                }
            }
        }
    }
}
