/** Containers: what they are run with, what became of them, what they printed and what they changed. */
@NullMarked
package dev.varve.engine.container;

import org.jspecify.annotations.NullMarked;
