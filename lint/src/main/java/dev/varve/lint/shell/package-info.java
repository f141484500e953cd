/**
 * The shell inside RUN and its like: commands, words and pipes, each with its place in the Dockerfile.
 *
 * <p>{@link dev.varve.lint.shell.Scripts} is the way in; {@link dev.varve.lint.shell.Script#commands()} is what most rules
 * ask. The grammar is that of POSIX.1-2017, 2.10, with what bash adds to it.
 */
@NullMarked
package dev.varve.lint.shell;

import org.jspecify.annotations.NullMarked;
