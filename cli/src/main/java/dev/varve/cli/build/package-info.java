/** {@code varve build}. */
@NullMarked
package dev.varve.cli.build;

import org.jspecify.annotations.NullMarked;
