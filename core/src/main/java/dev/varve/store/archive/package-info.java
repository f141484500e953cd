/** Images in files: archives as docker save writes them, and OCI image layouts in folders and archives. */
@NullMarked
package dev.varve.store.archive;

import org.jspecify.annotations.NullMarked;
