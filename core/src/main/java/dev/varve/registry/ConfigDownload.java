package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.Manifest;
import dev.varve.json.JsonException;
import dev.varve.store.Blobs;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Fetches an image's configuration while others, who want to know the layers' diff IDs, are waiting. */
final class ConfigDownload implements Callable<Void> {
    private final Repository repository;
    private final Manifest manifest;
    private final Blobs blobs;
    private final Progress progress;
    private final CompletableFuture<List<Digest>> diffIds = new CompletableFuture<>();

    ConfigDownload(Repository repository, Manifest manifest, Blobs blobs, Progress progress) {
        this.repository = repository;
        this.manifest = manifest;
        this.blobs = blobs;
        this.progress = progress;
    }

    @Override
    public Void call() throws IOException {
        Descriptor config = manifest.config();
        if (blobs.contains(config.digest())) {
            progress.present(config);
        } else {
            BlobDownload.fetch(repository, config, blobs, progress);
        }
        List<Digest> found = parse(blobs.read(config.digest(), Math.toIntExact(config.size())));
        if (found.size() != manifest.layers().size()) {
            throw new RegistryException(
                    "its manifest has " + manifest.layers().size() + " layers, its configuration " + found.size());
        }
        diffIds.complete(found);
        return null;
    }

    private static List<Digest> parse(byte[] config) throws RegistryException {
        try {
            return ImageConfig.parse(config).diffIds();
        } catch (JsonException e) {
            throw new RegistryException("its configuration is none: " + Plain.text(String.valueOf(e.getMessage())), e);
        }
    }

    /** Waits for the configuration; where it fails, everybody is interrupted. */
    Digest diffId(int layer) throws IOException {
        try {
            return diffIds.get().get(layer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
