/** Changes of an image's file system made as a layer archive, without a mount: what COPY, ADD and WORKDIR do. */
@NullMarked
package dev.varve.engine.files;

import org.jspecify.annotations.NullMarked;
