/** Rules about the commands of RUN. */
@NullMarked
package dev.varve.rules.shell;

import org.jspecify.annotations.NullMarked;
