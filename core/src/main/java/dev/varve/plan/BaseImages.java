package dev.varve.plan;

import dev.varve.image.Platform;

/** Where a plan learns about the images that stages begin with. */
@FunctionalInterface
public interface BaseImages {

    /**
     * Knows the images by name alone: two plans that name the same image are taken to mean the same content, and its
     * configuration is taken to be empty.
     */
    BaseImages BY_NAME = BaseImage::named;

    /** What is known of the image; {@code reference} is complete, such as {@code docker.io/library/alpine:3}. */
    BaseImage find(String reference, Platform platform);
}
