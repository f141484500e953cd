/** Commands about containers. */
@NullMarked
package dev.varve.cli.container;

import org.jspecify.annotations.NullMarked;
