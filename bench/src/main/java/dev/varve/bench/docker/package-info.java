/** Varve's engine and a real Docker side by side, in one run on one machine. */
@NullMarked
package dev.varve.bench.docker;

import org.jspecify.annotations.NullMarked;
