/** The layer-cache model: a build plan as a graph of steps, their cache keys, and predictions with causes. */
@NullMarked
package dev.varve.plan;

import org.jspecify.annotations.NullMarked;
