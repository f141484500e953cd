/** Tests images with JUnit Jupiter and AssertJ. */
@NullMarked
package dev.varve.junit;

import org.jspecify.annotations.NullMarked;
