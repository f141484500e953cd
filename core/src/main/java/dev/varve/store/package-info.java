/** The content-addressed store: an OCI image layout with tags, cache records, unpacked layers and containers beside it. */
@NullMarked
package dev.varve.store;

import org.jspecify.annotations.NullMarked;
