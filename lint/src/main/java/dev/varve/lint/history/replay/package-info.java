/** One past through the layer cache: which steps run again at each commit, whether they had to, and because of which files. */
@NullMarked
package dev.varve.lint.history.replay;

import org.jspecify.annotations.NullMarked;
