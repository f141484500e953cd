/**
 * Assertions about images, containers and builds, beside AssertJ's own. {@link
 * dev.varve.junit.assertions.VarveAssertions} is the way in.
 */
@NullMarked
package dev.varve.junit.assertions;

import org.jspecify.annotations.NullMarked;
