/** What differs between two texts. */
@NullMarked
package dev.varve.lint.diff;

import org.jspecify.annotations.NullMarked;
