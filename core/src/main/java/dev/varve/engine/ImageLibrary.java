package dev.varve.engine;

import dev.varve.engine.container.ConfigChanges;
import dev.varve.engine.container.PullPolicy;
import dev.varve.image.ContainerConfig;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.HistoryEntry;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.registry.Compression;
import dev.varve.registry.Progress;
import dev.varve.registry.Pulled;
import dev.varve.registry.Registry;
import dev.varve.store.Store;
import dev.varve.store.StoreLock;
import dev.varve.store.StoredImage;
import dev.varve.store.archive.ArchiveFormat;
import dev.varve.store.archive.ImageArchives;
import dev.varve.store.archive.LoadedImage;
import dev.varve.store.archive.SavedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

    Removal remove(String nameOrId, boolean force) throws IOException {
        Removal removal = new ImageRemoval(store).remove(find(nameOrId), nameOrId, force);
        if (removal.deleted().isPresent()) {
            store.tryCollectGarbage();
        }
        return removal;
    }

    Pruned prune(Predicate<Image> chosen, Runnable onWait) throws IOException {
        List<Removal> removals = new ImageRemoval(store).prune(chosen);
        return new Pruned(removals, 0, store.collectGarbage(onWait).bytes());
    }

    Descriptor push(ImageReference name, Compression compression, Progress progress) throws IOException {
        StoredImage image = find(name.familiar()).stored();
        StoreLock held = store.use();
        try (held) {
            Descriptor pushed = registry.push(name, image.descriptor(), store, compression, progress);
            store.images().pushed(name, pushed.digest());
            return pushed;
        }
    }

    void save(List<String> namesOrIds, ArchiveFormat format, OutputStream out) throws IOException {
        new ImageArchives(store).save(saved(namesOrIds), format, out);
    }

    void save(List<String> namesOrIds, ArchiveFormat format, Path archive) throws IOException {
        new ImageArchives(store).save(saved(namesOrIds), format, archive);
    }

    void saveLayout(List<String> namesOrIds, Path folder) throws IOException {
        new ImageArchives(store).saveLayout(saved(namesOrIds), folder);
    }

    private List<SavedImage> saved(List<String> namesOrIds) throws IOException {
        List<SavedImage> saved = new ArrayList<>();
        for (String nameOrId : namesOrIds) {
            Image image = find(nameOrId);
            List<ImageReference> named = image.names().stream()
                    .filter(name -> isMeant(name, nameOrId))
                    .toList();
            saved.add(named.isEmpty() ? SavedImage.of(image.stored()) : new SavedImage(image.stored(), named));
        }
        return saved;
    }

    private static boolean isMeant(ImageReference name, String given) {
        return name.familiar().equals(given)
                || name.toString().equals(given)
                || name.familiar().equals(given + ":latest")
                || name.toString().equals(given + ":latest");
    }

    List<LoadedImage> load(Path archive) throws IOException {
        return new ImageArchives(store).load(archive);
    }

    List<LoadedImage> load(String name, InputStream archive) throws IOException {
        return new ImageArchives(store).load(name, archive);
    }

    Digest importRootFileSystem(String source, InputStream archive, ImportOptions options) throws IOException {
        ContainerConfig config = ConfigChanges.apply(ContainerConfig.EMPTY, options.platform(), options.changes());
        Optional<Instant> now = Optional.of(Instant.now());
        HistoryEntry entry = new HistoryEntry(now, "", "", options.message(), false);
        ImageConfig image = new ImageConfig(options.platform(), now, "", config, List.of(), List.of(entry));
        return new ImageArchives(store)
                .importRootFileSystem(source, archive, image)
                .id();
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
        return pull(reference(request.image), request.platform.orElseGet(Platform::host), request.progress)
                .stored();
    }

    private static ImageReference reference(String image) throws EngineException {
        try {
            return ImageReference.parse(image);
        } catch (IllegalArgumentException e) {
            throw new EngineException(String.valueOf(e.getMessage()), e);
        }
    }

    private Optional<StoredImage> local(String image, Optional<Platform> platform) throws IOException {
        Optional<StoredImage> named = store.images().find(image);
        if (named.isEmpty()
                || platform.isEmpty()
                || named.get().config().platform().runsOn(platform.get())) {
            return named;
        }
        return store.images().find(reference(image), platform.get());
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
