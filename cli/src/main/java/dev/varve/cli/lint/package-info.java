/** {@code varve lint}. */
@NullMarked
package dev.varve.cli.lint;

import org.jspecify.annotations.NullMarked;
