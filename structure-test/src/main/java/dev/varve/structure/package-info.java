/** Tests of an image that are written as container-structure-test files. */
@NullMarked
package dev.varve.structure;

import org.jspecify.annotations.NullMarked;
