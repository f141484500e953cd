package dev.varve.lint;

import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import java.util.Set;

/** What is known of images without asking a registry. Used by several threads. */
@FunctionalInterface
public interface KnownImages {
    /** Nothing is known of any image. */
    KnownImages NONE = name -> Set.of();

    /** The platforms that an image exists for; none where that is not known. */
    Set<Platform> platforms(ImageReference name);
}
