/** JSON documents from outside and for outside: bounded, strict, without reflection, and quickly loaded. */
@NullMarked
package dev.varve.json;

import org.jspecify.annotations.NullMarked;
