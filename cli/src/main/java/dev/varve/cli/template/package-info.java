/** The part of Go's {@code text/template} that people give to {@code --format}. */
@NullMarked
package dev.varve.cli.template;

import org.jspecify.annotations.NullMarked;
