/** Rules about the Dockerfile as a text. */
@NullMarked
package dev.varve.rules.syntax;

import org.jspecify.annotations.NullMarked;
