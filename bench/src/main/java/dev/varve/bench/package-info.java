/** How fast Varve is. What the figures are and how to get them stands in {@code bench/README.md}. */
@NullMarked
package dev.varve.bench;

import org.jspecify.annotations.NullMarked;
