package dev.varve.store.archive;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import java.util.List;

/**
 * An image that an archive has brought into the store.
 *
 * @param names that it has got now; empty where the archive had none for it
 */
public record LoadedImage(Digest id, Descriptor manifest, List<ImageReference> names) {
    public LoadedImage {
        names = List.copyOf(names);
    }
}
