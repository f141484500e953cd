/** Rules about steps that the layer cache loses. */
@NullMarked
package dev.varve.rules.cache;

import org.jspecify.annotations.NullMarked;
