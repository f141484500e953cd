/** The rules that ship. */
@NullMarked
package dev.varve.rules;

import org.jspecify.annotations.NullMarked;
