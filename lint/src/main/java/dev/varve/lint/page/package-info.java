/** The pages of rules: Markdown with fixed sections, whose examples are tests. */
@NullMarked
package dev.varve.lint.page;

import org.jspecify.annotations.NullMarked;
