/** Rules about COPY, ADD and the build context. */
@NullMarked
package dev.varve.rules.copy;

import org.jspecify.annotations.NullMarked;
