/** What the layer cache makes of a change: which files a COPY selects, how often those change, which steps run again. */
@NullMarked
package dev.varve.lint.layers;

import org.jspecify.annotations.NullMarked;
