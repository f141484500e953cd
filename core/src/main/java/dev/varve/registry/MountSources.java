package dev.varve.registry;

import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.store.Images;
import dev.varve.store.StoredImage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** In which other repositories of a registry the layers of the store's images are, as far as the store knows. */
final class MountSources {
    private final Map<Digest, String> repositories = new HashMap<>();

    MountSources(Images images, ImageReference target) throws IOException {
        for (StoredImage image : images.list()) {
            for (ImageReference known : image.repositoryDigests()) {
                if (known.domain().equals(target.domain()) && !known.path().equals(target.path())) {
                    image.config().diffIds().forEach(diffId -> repositories.putIfAbsent(diffId, known.path()));
                }
            }
        }
    }

    /** The path of the repository that most likely has the layer. */
    Optional<String> of(Digest diffId) {
        return Optional.ofNullable(repositories.get(diffId));
    }
}
