/** What a command talks to: streams, the terminal, exit codes, failures in words. */
@NullMarked
package dev.varve.cli.console;

import org.jspecify.annotations.NullMarked;
