/** Finds the Dockerfiles of a folder, and the build context of a Dockerfile. */
@NullMarked
package dev.varve.lint.search;

import org.jspecify.annotations.NullMarked;
