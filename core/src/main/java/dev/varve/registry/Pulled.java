package dev.varve.registry;

import dev.varve.image.Descriptor;

/**
 * An image that is in the store now.
 *
 * @param top what the reference names: the index of an image for several platforms, else the manifest itself
 * @param manifest that of the platform's image
 */
public record Pulled(Descriptor top, Descriptor manifest) {}
