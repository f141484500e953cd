package dev.varve.engine;

import dev.varve.context.DigestCache;
import dev.varve.engine.overlay.Sandboxes;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.registry.Compression;
import dev.varve.registry.Progress;
import dev.varve.registry.Registry;
import dev.varve.registry.RegistrySettings;
import dev.varve.sandbox.SandboxSupport;
import dev.varve.store.DiskUsage;
import dev.varve.store.Store;
import dev.varve.store.StoredImage;
import dev.varve.store.WorkFolder;
import dev.varve.store.archive.ArchiveFormat;
import dev.varve.store.archive.LoadedImage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * An engine: a store of images and what can be done with them, without a daemon. Open one for each store a program uses, and
 * close it; it may be used by several threads, and several processes may share a store.
 */
public final class Engine implements Closeable {
    private final Store store;
    private final Registry registries;
    private final Sandboxes sandboxes;
    private final DigestCache digests;
    private final ImageLibrary images;
    private final ContainerLibrary containers;

    private Engine(Store store, Registry registries, Sandboxes sandboxes) {
        this.store = store;
        this.registries = registries;
        this.sandboxes = sandboxes;
        this.digests = DigestCache.in(store.home());
        this.images = new ImageLibrary(store, registries);
        this.containers = new ContainerLibrary(store, sandboxes, images);
    }

    /** The engine of this user: the store is in {@code $VARVE_HOME}, or in {@code ~/.local/share/varve}. */
    public static Engine open() throws IOException {
        return open(Store.defaultHome());
    }

    /** The engine of a process with these environment variables. */
    public static Engine open(Map<String, String> environment) throws IOException {
        return open(Store.defaultHome(environment), registries(environment));
    }

    /** An engine on the store in this folder, which is made where it is not there yet. */
    public static Engine open(Path home) throws IOException {
        return open(home, registries(System.getenv()));
    }

    private static RegistrySettings registries(Map<String, String> environment) throws EngineException {
        try {
            return RegistrySettings.from(environment);
        } catch (IllegalArgumentException e) {
            throw new EngineException(String.valueOf(e.getMessage()), e);
        }
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
                        store, digests, registries, (name, platform) -> images.base(name, platform, request), sandboxes)
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

    /**
     * Takes a name from an image, and removes the image with its last one; an image that is given by its id loses all its names.
     *
     * @param force also where containers use it, or its names are in several repositories
     * @throws NotFoundException where the store has no such image
     * @throws EngineException where it is used
     */
    public Removal remove(String nameOrId, boolean force) throws IOException {
        return images.remove(nameOrId, force);
    }

    /**
     * Removes those of the images that no container uses of which this is true.
     *
     * @param onWait is called once where it must wait until others are done with the store
     */
    public Pruned pruneImages(Predicate<Image> chosen, Runnable onWait) throws IOException {
        return images.prune(chosen, onWait);
    }

    /**
     * Removes records of the build cache, and what only they need.
     *
     * @param usedSince those last used before, if it is given
     * @param mostBytes those unused longest, until the rest takes no more than this, if it is given
     * @param onWait is called once where it must wait until others are done with the store
     */
    public Pruned pruneBuildCache(Optional<Instant> usedSince, OptionalLong mostBytes, Runnable onWait)
            throws IOException {
        int records = store.pruneCache(usedSince, mostBytes);
        return new Pruned(List.of(), records, store.collectGarbage(onWait).bytes());
    }

    /**
     * Removes those records of the build cache that need layers of their own, which no image and no container needs, and what
     * only they need.
     *
     * @param onWait is called once where it must wait until others are done with the store
     */
    public Pruned pruneUnsharedBuildCache(Runnable onWait) throws IOException {
        int records = store.pruneUnsharedCache();
        return new Pruned(List.of(), records, store.collectGarbage(onWait).bytes());
    }

    /**
     * Why RUN and containers cannot be started here, and what to do, a line for each obstacle; empty where they can. All else
     * works anyway. It is found out by trying, which takes as long as starting a container does.
     */
    public Optional<String> whyNotRun() throws IOException {
        return sandboxSupport().whyNot();
    }

    /** What {@link #whyNotRun} is made of, and what else there is to know of the sandbox that is used. */
    public SandboxSupport sandboxSupport() throws IOException {
        try (WorkFolder work = store.workFolder()) {
            return SandboxSupport.probe(work.path());
        }
    }

    /** The folder of its store. */
    public Path home() {
        return store.home();
    }

    /** What takes how much room. */
    public DiskUsage diskUsage() throws IOException {
        return store.diskUsage();
    }

    /**
     * Sends an image to its registry.
     *
     * @return what the registry has under that name now
     * @throws NotFoundException where the store has no such image
     */
    public Descriptor push(ImageReference name, Compression compression, Progress progress) throws IOException {
        return images.push(name, compression, progress);
    }

    /**
     * Keeps a user name and a password for a registry, once the registry has taken them.
     *
     * @param registry as images' names begin; {@code docker.io} for Docker Hub
     * @return the file in which the password can be read now; empty where a credential helper keeps it
     */
    public Optional<Path> login(String registry, String user, String password) throws IOException {
        return registries.login(registry, user, password);
    }

    /** Forgets what {@link #login} has kept. Whether there was anything. */
    public boolean logout(String registry) throws IOException {
        return registries.logout(registry);
    }

    /**
     * Writes images as one archive, each under the name by which it is given here; under all its names where that is its id.
     *
     * @throws NotFoundException where the store does not have one of them
     */
    public void save(List<String> namesOrIds, ArchiveFormat format, OutputStream out) throws IOException {
        images.save(namesOrIds, format, out);
    }

    /** The same as a file, which is replaced when it is whole. */
    public void save(List<String> namesOrIds, ArchiveFormat format, Path archive) throws IOException {
        images.save(namesOrIds, format, archive);
    }

    /** Writes images as an OCI image layout into a folder, which must not be there yet. */
    public void saveLayout(List<String> namesOrIds, Path folder) throws IOException {
        images.saveLayout(namesOrIds, folder);
    }

    /** Writes the files of an image, without the image, as one archive. */
    public void exportFiles(Image image, OutputStream archive) throws IOException {
        new FileExport(store).write(image.config().diffIds(), archive);
    }

    /**
     * Writes the files of an image into a folder, over what is there, as this user's own.
     *
     * @return what was left out, and why
     */
    public List<String> exportFiles(Image image, Path folder) throws IOException {
        return new FileExport(store).write(image.config().diffIds(), folder);
    }

    /** Loads the images of an archive of any kind, or of a folder that is an OCI image layout. */
    public List<LoadedImage> load(Path archive) throws IOException {
        return images.load(archive);
    }

    /** The same from a stream; {@code name} is for messages. */
    public List<LoadedImage> load(String name, InputStream archive) throws IOException {
        return images.load(name, archive);
    }

    /**
     * Makes an image, without a name, of the archive of a root file system.
     *
     * @param source what the archive is called in messages
     * @return its id
     * @throws EngineException where the options are wrong
     */
    public Digest importImage(String source, InputStream archive, ImportOptions options) throws IOException {
        return images.importRootFileSystem(source, archive, options);
    }

    @Override
    public void close() throws IOException {
        registries.close();
        store.close();
    }
}
