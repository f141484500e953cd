/** JSON documents from outside and for outside: bounded, strict, without reflection. */
@NullMarked
package dev.varve.json;

import org.jspecify.annotations.NullMarked;
