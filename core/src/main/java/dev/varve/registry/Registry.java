package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.store.Blobs;
import java.io.Closeable;
import java.io.IOException;
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
    public Pulled pull(ImageReference reference, Platform platform, Blobs blobs, Progress progress) throws IOException {
        return fromFirst(
                reference, repository -> new ImagePull(repository, blobs, progress).pull(tag(reference), platform));
    }

    private static String tag(ImageReference reference) {
        return reference.digest().map(Digest::toString).or(reference::tag).orElseThrow();
    }

    private interface Action<T> {
        T run(Repository repository) throws IOException;
    }

    /** Does it with the first mirror with which it goes well, or else with the registry itself. */
    private <T> T fromFirst(ImageReference reference, Action<T> action) throws IOException {
        StringBuilder failures = new StringBuilder();
        List<Endpoint> sources = endpoints.of(reference.domain());
        for (int i = 0; ; i++) {
            Endpoint source = sources.get(i);
            try {
                return action.run(new Repository(source, reference.path()));
            } catch (RegistryException e) {
                boolean last = i == sources.size() - 1;
                failures.append(last ? "" : " the mirror " + source.authority() + ": ")
                        .append(e.getMessage());
                if (last) {
                    throw new RegistryException(
                            reference + ": " + failures.toString().strip(), e.status(), e);
                }
                failures.append(";");
            }
        }
    }

    @Override
    public void close() {
        endpoints.close();
    }
}
