/** Lists, sizes, times and documents in the form in which docker prints them. */
@NullMarked
package dev.varve.cli.format;

import org.jspecify.annotations.NullMarked;
