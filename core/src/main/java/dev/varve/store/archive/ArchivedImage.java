package dev.varve.store.archive;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An image of an archive whose blobs are in the store by now.
 *
 * @param id the digest of its configuration
 * @param index what it was chosen from
 */
record ArchivedImage(Digest id, Descriptor manifest, Optional<Digest> index, List<ImageReference> names) {
    ArchivedImage {
        names = List.copyOf(names);
    }

    ArchivedImage withNames(List<ImageReference> changed) {
        return new ArchivedImage(id, manifest, index, changed);
    }

    /** The same image under the names of both. */
    ArchivedImage withNamesOf(ArchivedImage other) {
        Set<ImageReference> all = new LinkedHashSet<>(names);
        all.addAll(other.names);
        return withNames(List.copyOf(all));
    }
}
