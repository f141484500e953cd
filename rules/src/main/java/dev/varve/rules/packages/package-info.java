/** Rules about package managers. */
@NullMarked
package dev.varve.rules.packages;

import org.jspecify.annotations.NullMarked;
