/** The OCI image model: names, digests, manifests, configurations, and layers with the files in them. */
@NullMarked
package dev.varve.image;

import org.jspecify.annotations.NullMarked;
