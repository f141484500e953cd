/** Rules about stages and their names. */
@NullMarked
package dev.varve.rules.stage;

import org.jspecify.annotations.NullMarked;
