package dev.varve.store;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * An image of the store.
 *
 * <p>Its id is the digest of its configuration, as {@code docker build}, {@code load} and {@code inspect} have shown it for
 * ten years and podman does. Docker with the containerd image store shows the digest of the manifest or index instead; that
 * one is no lasting name here: Varve's layers are compressed only when they leave, which gives the same image another
 * manifest, while the configuration names the layers by their uncompressed content and stays.
 *
 * @param descriptor of the manifest
 * @param references its names, in their order; empty for an image without a name ({@code <none>})
 * @param index the index that it was chosen from for its platform, if it was
 * @param repositoryDigests its names as {@code repository@digest}, where a registry is known to have it
 */
public record StoredImage(
        Descriptor descriptor,
        Manifest manifest,
        ImageConfig config,
        List<ImageReference> references,
        Optional<Digest> index,
        List<ImageReference> repositoryDigests) {
    public StoredImage {
        references = List.copyOf(references);
        repositoryDigests = List.copyOf(repositoryDigests);
    }

    public Digest id() {
        return manifest.config().digest();
    }

    /** Whether it has no name. */
    public boolean isDangling() {
        return references.isEmpty();
    }
}
