/** What the commands of the engine have in common. */
@NullMarked
package dev.varve.cli.engine;

import org.jspecify.annotations.NullMarked;
