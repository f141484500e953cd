package dev.varve.cli.engine;

import dev.varve.cli.console.Failure;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;

/** Names of images, as people give them. */
public final class ImageNames {
    private ImageNames() {}

    /** Reads a name; what is none is told in one line. */
    public static ImageReference parse(String text) {
        try {
            return ImageReference.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    /** Reads the value of {@code --platform}. */
    public static Platform platform(String text) {
        try {
            return Platform.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Failure("--platform: " + e.getMessage());
        }
    }
}
