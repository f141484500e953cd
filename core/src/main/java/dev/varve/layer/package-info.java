/** Layers of images: reading and writing their tar archives, the file system that a stack of them makes, their compression. */
@NullMarked
package dev.varve.layer;

import org.jspecify.annotations.NullMarked;
