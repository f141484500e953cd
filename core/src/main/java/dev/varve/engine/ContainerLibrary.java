package dev.varve.engine;

import dev.varve.engine.container.Creation;
import dev.varve.engine.overlay.Sandboxes;
import dev.varve.store.ContainerFolder;
import dev.varve.store.Store;
import dev.varve.store.StoreLock;
import dev.varve.store.StoredImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The containers of the store. */
final class ContainerLibrary {
    private final Store store;
    private final Sandboxes sandboxes;
    private final ImageLibrary images;

    ContainerLibrary(Store store, Sandboxes sandboxes, ImageLibrary images) {
        this.store = store;
        this.sandboxes = sandboxes;
        this.images = images;
    }

    @SuppressWarnings("try")
    Container create(ContainerRequest request) throws IOException {
        try (StoreLock use = store.use()) {
            StoredImage image = images.forContainer(request);
            ContainerFolder folder =
                    Creation.create(store, image, new ContainerDescription(request).settings(image), request.name);
            return new Container(store, sandboxes, folder);
        }
    }

    Container find(String nameOrId) throws IOException {
        ContainerFolder folder = store.containers()
                .find(nameOrId)
                .orElseThrow(() -> new NotFoundException(
                        "there is no container '" + nameOrId + "'; 'varve ps --all' shows what there is"));
        return new Container(store, sandboxes, folder);
    }

    List<Container> list() throws IOException {
        List<Container> containers = new ArrayList<>();
        for (ContainerFolder folder : store.containers().list()) {
            containers.add(new Container(store, sandboxes, folder));
        }
        return containers;
    }
}
