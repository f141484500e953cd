/** {@code varve test}. */
@NullMarked
package dev.varve.cli.structure;

import org.jspecify.annotations.NullMarked;
