/** A repository's past as git keeps it: its commits, and which paths each of them changed. Nothing is checked out. */
@NullMarked
package dev.varve.lint.history.git;

import org.jspecify.annotations.NullMarked;
