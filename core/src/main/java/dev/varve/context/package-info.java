/** The build context: what can be copied into an image, with {@code .dockerignore}, path patterns and content digests. */
@NullMarked
package dev.varve.context;

import org.jspecify.annotations.NullMarked;
