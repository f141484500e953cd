/** {@code varve system …}, {@code varve builder …}, and logging in to registries. */
@NullMarked
package dev.varve.cli.system;

import org.jspecify.annotations.NullMarked;
