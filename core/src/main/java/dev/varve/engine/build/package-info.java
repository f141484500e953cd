/** Running a build plan: what the cache does not have is made, independent stages beside each other. */
@NullMarked
package dev.varve.engine.build;

import org.jspecify.annotations.NullMarked;
