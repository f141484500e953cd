/** Layers as the folders of an overlay: unpacked to be mounted below, packed from what was written above. */
@NullMarked
package dev.varve.engine.overlay;

import org.jspecify.annotations.NullMarked;
