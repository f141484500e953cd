/** The files of an image as a file system of {@code java.nio.file}, read only. */
@NullMarked
package dev.varve.junit.files;

import org.jspecify.annotations.NullMarked;
