/** {@code varve image …}. */
@NullMarked
package dev.varve.cli.image;

import org.jspecify.annotations.NullMarked;
