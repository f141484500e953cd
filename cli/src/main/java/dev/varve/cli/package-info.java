/** The {@code varve} command: one class per subcommand. */
@NullMarked
package dev.varve.cli;

import org.jspecify.annotations.NullMarked;
