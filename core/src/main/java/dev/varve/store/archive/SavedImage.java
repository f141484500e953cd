package dev.varve.store.archive;

import dev.varve.image.ImageReference;
import dev.varve.store.StoredImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An image to be put into an archive.
 *
 * @param names under which it is to be there; may be empty
 */
public record SavedImage(StoredImage image, List<ImageReference> names) {
    public SavedImage {
        names = List.copyOf(names);
    }

    /** With all the names that it has. */
    public static SavedImage of(StoredImage image) {
        return new SavedImage(image, image.references());
    }

    /** The same image under the names of both. */
    SavedImage withNamesOf(SavedImage other) {
        Set<ImageReference> all = new LinkedHashSet<>(names);
        all.addAll(other.names);
        return new SavedImage(image, List.copyOf(all));
    }
}
