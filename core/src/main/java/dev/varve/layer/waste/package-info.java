/** What layers hold in vain: bytes that the file system of an image does not show, or shows twice. */
@NullMarked
package dev.varve.layer.waste;

import org.jspecify.annotations.NullMarked;
