/** Rules about base images. */
@NullMarked
package dev.varve.rules.base;

import org.jspecify.annotations.NullMarked;
