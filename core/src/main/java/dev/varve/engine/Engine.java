package dev.varve.engine;

import dev.varve.context.DigestCache;
import dev.varve.engine.overlay.Sandboxes;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.registry.Progress;
import dev.varve.registry.Registry;
import dev.varve.registry.RegistrySettings;
import dev.varve.store.Store;
import dev.varve.store.StoredImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An engine: a store of images and what can be done with them, without a daemon. Open one for each store a program uses, and
 * close it; it may be used by several threads, and several processes may share a store.
 */
public final class Engine implements Closeable {
    private final Store store;
    private final Registry registry;
    private final Sandboxes sandboxes;
    private final DigestCache digests;
    private final ImageLibrary images;
    private final ContainerLibrary containers;

    private Engine(Store store, Registry registry, Sandboxes sandboxes) {
        this.store = store;
        this.registry = registry;
        this.sandboxes = sandboxes;
        this.digests = DigestCache.in(store.home());
        this.images = new ImageLibrary(store, registry);
        this.containers = new ContainerLibrary(store, sandboxes, images);
    }

    /** The engine of this user: the store is in {@code $VARVE_HOME}, or in {@code ~/.local/share/varve}. */
    public static Engine open() throws IOException {
        return open(Store.defaultHome());
    }

    /** An engine on the store in this folder, which is made where it is not there yet. */
    public static Engine open(Path home) throws IOException {
        return open(home, RegistrySettings.fromEnvironment());
    }

    /** An engine on the store in this folder that reaches registries as said here. */
    public static Engine open(Path home, RegistrySettings registries) throws IOException {
        FoundSandbox sandbox = new FoundSandbox();
        Store store = Store.open(home, folder -> sandbox.get().delete(folder));
        return new Engine(store, Registry.open(registries), sandbox);
    }

    /** Begins to describe a build of this context. */
    public BuildRequest build(Path context) {
        return new BuildRequest(this, context);
    }

    BuildResult run(BuildRequest request) throws IOException, InterruptedException {
        return new Building(
                        store, digests, registry, (name, platform) -> images.base(name, platform, request), sandboxes)
                .run(request);
    }

    /**
     * The image of this name, id or beginning of an id.
     *
     * @throws NotFoundException where the store has no such image
     */
    public Image image(String nameOrId) throws IOException {
        return images.find(nameOrId);
    }

    /** All images of the store, those made last first. */
    public List<Image> images() throws IOException {
        return images.list();
    }

    /**
     * Brings an image from its registry.
     *
     * @throws IllegalArgumentException where it is no image name
     */
    public Image pull(String name, Platform platform, Progress progress) throws IOException {
        return images.pull(ImageReference.parse(name), platform, progress);
    }

    /**
     * Gives an image another name.
     *
     * @throws IllegalArgumentException where it is no image name
     * @throws NotFoundException where the store has no such image
     */
    public void tag(String nameOrId, String name) throws IOException {
        StoredImage image = images.find(nameOrId).stored();
        store.images().tag(ImageReference.parse(name), image.descriptor());
    }

    /** Begins to describe a container of this image, which is named or is meant by its id. */
    public ContainerRequest container(String image) {
        return new ContainerRequest(this, image);
    }

    Container create(ContainerRequest request) throws IOException {
        return containers.create(request);
    }

    /** All containers, running or not, those made last first. */
    public List<Container> containers() throws IOException {
        return containers.list();
    }

    /**
     * The container of this name, id or beginning of an id.
     *
     * @throws NotFoundException where there is none
     */
    public Container findContainer(String nameOrId) throws IOException {
        return containers.find(nameOrId);
    }

    @Override
    public void close() throws IOException {
        registry.close();
        store.close();
    }
}
