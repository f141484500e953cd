package dev.varve.engine.container;

import dev.varve.store.ContainerFolder;
import dev.varve.store.Store;
import dev.varve.store.StoredImage;
import java.io.IOException;
import java.util.Optional;

/** Makes containers. */
public final class Creation {
    private Creation() {}

    /** @throws dev.varve.store.StoreException where the name is taken, or is no name */
    public static ContainerFolder create(
            Store store, StoredImage image, ContainerSettings settings, Optional<String> name) throws IOException {
        return store.containers()
                .create(
                        name,
                        Optional.of(image.descriptor().digest()),
                        image.config().diffIds(),
                        StoredContainer.document(settings, ContainerState.CREATED));
    }
}
