/** The past of a Dockerfile in the layer cache, as one page to look at. */
@NullMarked
package dev.varve.lint.report.html;

import org.jspecify.annotations.NullMarked;
