package dev.varve.engine;

import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.registry.Progress;
import dev.varve.registry.Pulled;
import dev.varve.registry.Registry;
import dev.varve.store.Store;
import dev.varve.store.StoreLock;
import dev.varve.store.StoredImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The images of the store and of the registries. */
final class ImageLibrary {
    private final Store store;
    private final Registry registry;

    ImageLibrary(Store store, Registry registry) {
        this.store = store;
        this.registry = registry;
    }

    Image find(String nameOrId) throws IOException {
        StoredImage image = store.images()
                .find(nameOrId)
                .orElseThrow(() -> new NotFoundException("there is no image '" + nameOrId + "' here; 'varve pull "
                        + nameOrId + "' brings one, 'varve images' shows what there is"));
        return new Image(store, image);
    }

    List<Image> list() throws IOException {
        return store.images().list().stream()
                .map(image -> new Image(store, image))
                .toList();
    }

    /** The image that a build begins with: the store's, or else the registry's. */
    StoredImage base(ImageReference name, Platform platform, BuildRequest request) throws IOException {
        if (!request.pull) {
            Optional<StoredImage> here = store.images().find(name, platform);
            if (here.isPresent()) {
                return here.get();
            }
        }
        return pull(name, platform, request.progress).stored();
    }

    @SuppressWarnings("try")
    Image pull(ImageReference name, Platform platform, Progress progress) throws IOException {
        try (StoreLock use = store.use()) {
            Pulled pulled = registry.pull(name, platform, store, progress);
            store.images().pulled(name, pulled.top(), pulled.manifest());
            return new Image(
                    store,
                    store.images()
                            .find(name)
                            .orElseThrow(() -> new EngineException(name + " was removed while it was pulled")));
        }
    }
}
