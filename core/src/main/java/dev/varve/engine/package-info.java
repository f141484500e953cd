/** Building, running and keeping images: the front door to everything that Varve's engine does. */
@NullMarked
package dev.varve.engine;

import org.jspecify.annotations.NullMarked;
