/** How long steps take: measured by a build's log, else guessed by kind of command. */
@NullMarked
package dev.varve.lint.history.cost;

import org.jspecify.annotations.NullMarked;
