/**
 * Pulls from and pushes to registries (OCI distribution specification 1.1). Everything a registry says is checked: sizes are
 * bounded, digests verified while the bytes arrive, and nothing wrong ends in the store.
 */
@NullMarked
package dev.varve.registry;

import org.jspecify.annotations.NullMarked;
