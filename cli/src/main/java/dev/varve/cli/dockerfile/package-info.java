/** Commands that look at Dockerfiles and build nothing. */
@NullMarked
package dev.varve.cli.dockerfile;

import org.jspecify.annotations.NullMarked;
