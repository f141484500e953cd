package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import dev.varve.store.Blobs;
import dev.varve.store.Store;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Registries, as a client sees them. Nothing is connected or read before it is needed. Every method may be called from several
 * threads; one that is waiting ends with an {@link java.io.InterruptedIOException} when its thread is interrupted. What a
 * registry does wrong is a {@link RegistryException}; other {@link IOException}s are about this machine.
 */
public final class Registry implements Closeable {
    private final Endpoints endpoints;

    private Registry(RegistrySettings settings) {
        this.endpoints = new Endpoints(settings);
    }

    public static Registry open(RegistrySettings settings) {
        return new Registry(settings);
    }

    /** What the reference names now; empty where the registry has no such image. */
    public Optional<Descriptor> resolve(ImageReference reference) throws IOException {
        return fromFirst(reference, repository -> repository.resolve(tag(reference)));
    }

    /**
     * Gets an image into the store: configuration, layers, each also expanded under its diff ID, manifest and, for an image
     * of several platforms, the index. Blobs that are there are not fetched again. The manifest is written last.
     */
    public Pulled pull(ImageReference reference, Platform platform, Store store, Progress progress) throws IOException {
        return fromFirst(
                reference, repository -> new ImagePull(repository, store, progress).pull(tag(reference), platform));
    }

    /**
     * Sends an image of the store to a registry: what of it is not there. Plain layers are compressed into the store first, and
     * the store remembers it. Layers that another repository of the registry is known to have are taken over from there.
     *
     * @param image its manifest, or an index all images of which are in the store
     * @return what the registry has under that name now; its layers may be compressed where the store's are plain
     * @throws dev.varve.store.StoreException where something of the image is not in the store
     */
    public Descriptor push(
            ImageReference target, Descriptor image, Store store, Compression compression, Progress progress)
            throws IOException {
        MountSources sources = new MountSources(store.images(), target);
        return atOrigin(
                target,
                repository ->
                        new ImagePush(repository, store, compression, sources, progress).push(target.tag(), image));
    }

    /**
     * Sends layers of the store, for an artifact that is to name them.
     *
     * @return the forms in which the registry has them now, in the same order
     */
    public List<Descriptor> pushLayers(
            ImageReference target, List<Digest> diffIds, Store store, Compression compression, Progress progress)
            throws IOException {
        MountSources sources = new MountSources(store.images(), target);
        return atOrigin(target, repository -> {
            BlobUpload upload = new BlobUpload(repository, store.blobs(), progress);
            LayerPush layers = new LayerPush(store, upload, sources);
            LayerCompressor compressor = new LayerCompressor(store, compression, MediaType.OCI_MANIFEST);
            return Workers.mapAll(diffIds, diffId -> layers.push(diffId, compressor));
        });
    }

    /** Sends a manifest and those of its blobs that are not there, all as they are in the store. */
    public Descriptor pushArtifact(ImageReference target, Manifest manifest, Blobs blobs, Progress progress)
            throws IOException {
        return atOrigin(target, repository -> {
            BlobUpload upload = new BlobUpload(repository, blobs, progress);
            List<Descriptor> contents = new ArrayList<>(manifest.layers());
            contents.add(manifest.config());
            Workers.mapAll(List.copyOf(new LinkedHashSet<>(contents)), blob -> {
                upload.sendUnlessThere(blob);
                return blob;
            });
            return repository.put(target.tag(), manifest.mediaType(), manifest.toBytes());
        });
    }

    /** The manifest of an artifact, such as a build cache; empty where there is none. */
    public Optional<Artifact> artifact(ImageReference reference) throws IOException {
        return fromFirst(reference, repository -> {
            Optional<FetchedManifest> fetched = repository.manifest(tag(reference));
            return fetched.isPresent() ? Optional.of(Artifact.of(fetched.get())) : Optional.empty();
        });
    }

    /** Gets a blob of an artifact, such as its configuration, into the store as it is. */
    public void fetch(ImageReference reference, Descriptor blob, Blobs blobs, Progress progress) throws IOException {
        fromFirst(reference, repository -> {
            BlobDownload.fetch(repository, blob, blobs, progress);
            return blob;
        });
    }

    /** Gets a layer of an artifact into the store, as it is and expanded. */
    public void fetchLayer(ImageReference reference, Descriptor layer, Digest diffId, Store store, Progress progress)
            throws IOException {
        fromFirst(reference, repository -> {
            new LayerDownload(repository, store, progress).fetch(layer, () -> diffId);
            return layer;
        });
    }

    /**
     * Keeps a user name and a password for a registry where Docker does, once the registry has taken them.
     *
     * @param registry as images' names begin; {@code docker.io} for Docker Hub
     * @return the file in which the password can be read now; empty where a credential helper keeps it
     */
    public Optional<Path> login(String registry, String user, String password) throws IOException {
        return endpoints.login(registry, new Credentials.Password(user, password));
    }

    /** Forgets what {@link #login} has kept. Whether there was anything. */
    public boolean logout(String registry) throws IOException {
        return endpoints.logout(registry);
    }

    private static String tag(ImageReference reference) {
        return reference.digest().map(Digest::toString).or(reference::tag).orElseThrow();
    }

    private interface Action<T> {
        T run(Repository repository) throws IOException;
    }

    private <T> T atOrigin(ImageReference reference, Action<T> action) throws IOException {
        return first(reference, List.of(endpoints.origin(reference.domain())), action);
    }

    private <T> T fromFirst(ImageReference reference, Action<T> action) throws IOException {
        return first(reference, endpoints.of(reference.domain()), action);
    }

    /** Does it with the first mirror with which it goes well, or else with the registry itself. */
    private static <T> T first(ImageReference reference, List<Endpoint> sources, Action<T> action) throws IOException {
        StringBuilder failures = new StringBuilder();
        for (int i = 0; ; i++) {
            Endpoint source = sources.get(i);
            try {
                return action.run(new Repository(source, reference.path()));
            } catch (RegistryException e) {
                boolean last = i == sources.size() - 1;
                failures.append(last ? "" : "the mirror " + source.authority() + ": ")
                        .append(e.getMessage());
                if (last) {
                    throw new RegistryException(reference + ": " + failures, e.status(), e);
                }
                failures.append("; ");
            }
        }
    }

    @Override
    public void close() {
        endpoints.close();
    }
}
