/** Looks at the shell in RUN with the program ShellCheck. */
@NullMarked
package dev.varve.lint.shellcheck;

import org.jspecify.annotations.NullMarked;
