/** The grammar of the command line, which is Docker's: groups of commands, flags, help, completion. */
@NullMarked
package dev.varve.cli.command;

import org.jspecify.annotations.NullMarked;
