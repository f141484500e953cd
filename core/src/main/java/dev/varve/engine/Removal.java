package dev.varve.engine;

import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import java.util.List;
import java.util.Optional;

/**
 * What became of an image that was to be removed.
 *
 * @param untagged the names it lost
 * @param deleted its id where it is gone; empty where it has other names
 */
public record Removal(List<ImageReference> untagged, Optional<Digest> deleted) {
    public Removal {
        untagged = List.copyOf(untagged);
    }
}
