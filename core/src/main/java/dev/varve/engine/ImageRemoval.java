package dev.varve.engine;

import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.store.ContainerFolder;
import dev.varve.store.Store;
import dev.varve.store.StoredImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Takes images and names out of the store, as docker does and where docker would. */
final class ImageRemoval {
    private final Store store;

    ImageRemoval(Store store) {
        this.store = store;
    }

    /** Takes a name away, and the image with its last one; or an image that is given by its id, with all its names. */
    Removal remove(Image image, String asGiven, boolean force) throws IOException {
        Optional<ImageReference> name = nameOf(image, asGiven);
        if (name.isPresent() && image.names().size() > 1) {
            store.images().untag(name.get());
            return new Removal(List.of(name.get()), Optional.empty());
        }
        if (!force) {
            refuseIfUsed(image, asGiven);
        }
        if (!force && name.isEmpty() && repositories(image) > 1) {
            throw new EngineException("image " + image.id().shortened()
                    + " has names in several repositories; remove it by its names, or with --force");
        }
        return delete(image);
    }

    /** Removes images that nobody uses; one that is used in the meantime stays. */
    List<Removal> prune(Predicate<Image> chosen) throws IOException {
        Set<Digest> used = new HashSet<>();
        for (ContainerFolder container : store.containers().list()) {
            container.identity().manifest().ifPresent(used::add);
        }
        List<Removal> removals = new ArrayList<>();
        for (StoredImage stored : store.images().list()) {
            Image image = new Image(store, stored);
            if (!used.contains(stored.descriptor().digest()) && chosen.test(image)) {
                removals.add(delete(image));
            }
        }
        return removals;
    }

    private Removal delete(Image image) throws IOException {
        store.images().remove(image.stored());
        return new Removal(image.names(), Optional.of(image.id()));
    }

    /** The name by which it was given; empty where that was an id. */
    private static Optional<ImageReference> nameOf(Image image, String asGiven) {
        try {
            ImageReference given = ImageReference.parse(asGiven);
            return image.names().stream()
                    .filter(name -> name.equals(given)
                            || (given.digest().isPresent()
                                    && given.familiarRepository().equals(name.familiarRepository())))
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static long repositories(Image image) {
        return image.names().stream()
                .map(ImageReference::familiarRepository)
                .distinct()
                .count();
    }

    private void refuseIfUsed(Image image, String asGiven) throws IOException {
        for (ContainerFolder container : store.containers().list()) {
            Optional<Digest> manifest = container.identity().manifest();
            if (manifest.isPresent()
                    && manifest.get().equals(image.stored().descriptor().digest())) {
                throw new EngineException("image '" + asGiven + "' is used by container " + container.name()
                        + "; remove that first, or the image with --force");
            }
        }
    }
}
