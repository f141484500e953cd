/** A repository's past as a sequence of build contexts, replayed through the layer cache without building. */
@NullMarked
package dev.varve.lint.history;

import org.jspecify.annotations.NullMarked;
