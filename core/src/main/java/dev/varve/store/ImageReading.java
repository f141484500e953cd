package dev.varve.store;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageIndex;
import dev.varve.image.Manifest;
import dev.varve.json.JsonException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Reads the documents of images from their blobs. */
final class ImageReading {
    /** As registries bound a manifest ({@code distribution-spec}: at least 4 MiB). */
    private static final int LARGEST_DOCUMENT = 16 << 20;

    private static final int RECENT = 64;

    private final Blobs blobs;
    private final Recent<Digest, Manifest> manifests = new Recent<>(RECENT, Recent.SMALL);
    private final Recent<Digest, ImageIndex> indexes = new Recent<>(RECENT, Recent.SMALL);
    private final Recent<Digest, ImageConfig> configs = new Recent<>(RECENT, Recent.SMALL);

    ImageReading(Blobs blobs) {
        this.blobs = blobs;
    }

    Manifest manifest(Digest digest) throws IOException {
        return read("manifest", digest, manifests, Manifest::parse);
    }

    ImageIndex index(Digest digest) throws IOException {
        return read("index", digest, indexes, ImageIndex::parse);
    }

    /** @throws StoreException where it names more or fewer layers than the manifest */
    ImageConfig config(Manifest manifest) throws IOException {
        Digest digest = manifest.config().digest();
        ImageConfig config = read("configuration", digest, configs, ImageConfig::parse);
        if (config.diffIds().size() != manifest.layers().size()) {
            throw new StoreException(
                    "the image's manifest has " + manifest.layers().size()
                            + " layers, but its configuration " + digest + " names "
                            + config.diffIds().size());
        }
        return config;
    }

    /**
     * The manifest of an image that is all there.
     *
     * @throws StoreException where anything that the image needs is not in the store
     */
    Manifest whole(Descriptor descriptor) throws IOException {
        Manifest manifest = manifest(descriptor.digest());
        ImageConfig config = config(manifest);
        for (int i = 0; i < config.diffIds().size(); i++) {
            Digest layer = manifest.layers().get(i).digest();
            if (!blobs.contains(layer) && !blobs.contains(config.diffIds().get(i))) {
                throw missing("layer", layer);
            }
        }
        return manifest;
    }

    private <T> T read(String what, Digest digest, Recent<Digest, T> recent, DocumentReader<T> reader)
            throws IOException {
        T known = recent.find(digest);
        if (known != null && blobs.contains(digest)) {
            return known;
        }
        try {
            byte[] bytes = blobs.read(digest, LARGEST_DOCUMENT);
            T document = reader.read(bytes);
            recent.add(digest, document, bytes.length);
            return document;
        } catch (NoSuchFileException e) {
            throw missing(what, digest);
        } catch (JsonException e) {
            throw new StoreException("blob " + digest + " is no image " + what + ": " + e.getMessage(), e);
        }
    }

    private static StoreException missing(String what, Digest digest) {
        return new StoreException("the image's " + what + " " + digest + " is not in the store");
    }
}
