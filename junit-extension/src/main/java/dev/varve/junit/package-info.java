/**
 * Tests images with JUnit Jupiter and AssertJ: {@link dev.varve.junit.ImageTest} and
 * {@link dev.varve.junit.Dockerfile} give a test its image, a container or a build by its parameters.
 */
@NullMarked
package dev.varve.junit;

import org.jspecify.annotations.NullMarked;
