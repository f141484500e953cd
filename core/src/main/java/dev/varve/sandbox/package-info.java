/** Running one process in an isolated root file system, on Linux, as root and as an ordinary user. */
@NullMarked
package dev.varve.sandbox;

import org.jspecify.annotations.NullMarked;
