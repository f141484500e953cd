/** {@code varve inspect}. */
@NullMarked
package dev.varve.cli.inspect;

import org.jspecify.annotations.NullMarked;
