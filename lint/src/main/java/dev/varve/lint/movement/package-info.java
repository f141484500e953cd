/** What a RUN reads of the files copied before it, and which instructions of a stage may change places. */
@NullMarked
package dev.varve.lint.movement;

import org.jspecify.annotations.NullMarked;
