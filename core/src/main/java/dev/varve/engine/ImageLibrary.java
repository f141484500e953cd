package dev.varve.engine;

import dev.varve.engine.container.PullPolicy;
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

    /** The image that a container is made of. */
    StoredImage forContainer(ContainerRequest request) throws IOException {
        Optional<StoredImage> here =
                request.pull == PullPolicy.ALWAYS ? Optional.empty() : local(request.image, request.platform);
        if (here.isPresent()) {
            return here.get();
        }
        if (request.pull == PullPolicy.NEVER) {
            throw new NotFoundException("there is no image '" + request.image + "' here, and it is not to be pulled");
        }
        return pull(ImageReference.parse(request.image), request.platform.orElseGet(Platform::host), request.progress)
                .stored();
    }

    private Optional<StoredImage> local(String image, Optional<Platform> platform) throws IOException {
        Optional<StoredImage> named = store.images().find(image);
        if (named.isEmpty()
                || platform.isEmpty()
                || named.get().config().platform().runsOn(platform.get())) {
            return named;
        }
        return store.images().find(ImageReference.parse(image), platform.get());
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
