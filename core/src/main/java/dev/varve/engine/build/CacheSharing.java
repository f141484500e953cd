package dev.varve.engine.build;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import dev.varve.plan.BuildCache;
import dev.varve.registry.Artifact;
import dev.varve.registry.Compression;
import dev.varve.registry.Progress;
import dev.varve.registry.Registry;
import dev.varve.registry.RegistryException;
import dev.varve.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Build caches in registries: an artifact whose configuration is the records of the cache and whose layers are those that
 * the recorded steps made.
 *
 * @param from where to look for records
 * @param to where to leave those of the build
 */
public record CacheSharing(
        Registry registry, List<ImageReference> from, List<ImageReference> to, BuildListener listener) {
    static final String RECORDS = "records";
    static final String DEFINITION = "definition";
    static final String RECORD = "record";
    static final String DIFF_ID = "dev.varve.diff-id";

    private static final String CONFIG = "application/vnd.varve.build-cache.config.v1+json";
    private static final int LARGEST_CONFIG = 64 << 20;

    public CacheSharing {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** The caches there are; one that cannot be had is told and left out, for a cache is not worth failing for. */
    List<ImportedCache> open(Store store) throws IOException {
        List<ImportedCache> caches = new ArrayList<>();
        for (ImageReference reference : from) {
            try {
                Optional<Artifact> artifact = registry.artifact(reference);
                if (artifact.isPresent()) {
                    caches.add(open(reference, artifact.get().manifest(), store));
                } else {
                    listener.warning("there is no build cache at " + reference + " yet");
                }
            } catch (RegistryException | JsonException | IllegalArgumentException e) {
                listener.warning("the build cache at " + reference + " cannot be used: " + e.getMessage());
            }
        }
        return caches;
    }

    private ImportedCache open(ImageReference reference, Manifest manifest, Store store) throws IOException {
        Descriptor config = manifest.config();
        if (!config.mediaType().equals(CONFIG)) {
            throw new JsonException("it is no build cache of Varve's, but has a " + config.mediaType());
        }
        registry.fetch(reference, config, store.blobs(), Progress.NONE);
        JsonObject records = JsonObject.parse(store.blobs().read(config.digest(), LARGEST_CONFIG));
        return new ImportedCache(registry, reference, store, records, manifest.layers());
    }

    /** Leaves these records, and the layers they need, in the registries. */
    void export(List<BuildCache.Used> used, Store store) throws IOException {
        for (ImageReference reference : to) {
            List<Digest> diffIds = used.stream()
                    .flatMap(one -> one.record().layer().stream())
                    .distinct()
                    .toList();
            List<Descriptor> sent = registry.pushLayers(reference, diffIds, store, Compression.DEFAULT, Progress.NONE);
            List<Descriptor> layers = new ArrayList<>();
            for (int i = 0; i < diffIds.size(); i++) {
                Descriptor layer = sent.get(i);
                layers.add(new Descriptor(
                        layer.mediaType(),
                        layer.digest(),
                        layer.size(),
                        Optional.empty(),
                        Map.of(DIFF_ID, diffIds.get(i).toString())));
            }
            byte[] config = JsonObject.EMPTY
                    .with(
                            RECORDS,
                            used.stream()
                                    .map(one -> JsonObject.EMPTY
                                            .with(DEFINITION, one.definition())
                                            .with(RECORD, StoredRecords.write(one.record())))
                                    .toList())
                    .toBytes();
            Descriptor described = new Descriptor(CONFIG, store.blobs().write(config), config.length);
            Manifest manifest = new Manifest(MediaType.OCI_MANIFEST, described, layers, Map.of());
            registry.pushArtifact(reference, manifest, store.blobs(), Progress.NONE);
        }
    }
}
