package dev.varve.plan;

import dev.varve.image.ImageConfig;
import dev.varve.image.Platform;

/**
 * What a build takes over from the image that a stage begins with.
 *
 * @param identity what stands for the image's content in cache keys: its digest where it is known, else its name
 * @param config its configuration, with its layers and its history
 */
public record BaseImage(String identity, ImageConfig config) {

    /** An image of which nothing but its name is known. */
    public static BaseImage named(String identity, Platform platform) {
        return new BaseImage(identity, ImageConfig.empty(platform));
    }
}
