/**
 * Tests of an image that are written as files for container-structure-test, schema 1.0.0 and 2.0.0: what they say is read,
 * looked for in the image, and run in containers of it.
 */
@NullMarked
package dev.varve.structure;

import org.jspecify.annotations.NullMarked;
