package dev.varve.layer.waste;

import dev.varve.image.Digest;
import java.util.List;
import java.util.Optional;

/**
 * An image by the layer, and what it holds in vain.
 *
 * @param name as it was asked for
 * @param id the digest of its configuration
 * @param base the image it begins with, where that is known and all its layers lie at the bottom of this one
 * @param layers the lowest first
 * @param wasted what is in vain, in which layers are told by their place in the list
 * @param dive what dive would say
 */
public record ImageLayers(
        String name, Digest id, Optional<String> base, List<Row> layers, WastedBytes wasted, DiveScore dive) {
    /**
     * A layer.
     *
     * @param diffId the digest of its uncompressed archive
     * @param instruction what made it, as it is written in a Dockerfile; empty where the image does not say
     * @param bytes its uncompressed archive's
     * @param shared whether it is the base's
     */
    public record Row(Digest diffId, String instruction, long bytes, boolean shared) {}

    public ImageLayers {
        layers = List.copyOf(layers);
    }

    /** The bytes of all its archives, uncompressed. */
    public long bytes() {
        return layers.stream().mapToLong(Row::bytes).sum();
    }

    /** Where its own layers begin. */
    public int firstOwn() {
        return (int) layers.stream().filter(Row::shared).count();
    }

    /** What its own layers waste; what its base did is not for its Dockerfile to mend. */
    public long ownWaste() {
        return wasted.bytesFrom(firstOwn());
    }
}
