package dev.varve.engine.build;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import dev.varve.plan.CacheRecord;
import dev.varve.registry.Progress;
import dev.varve.registry.Registry;
import dev.varve.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A build cache in a registry. Its records are read at once, a layer only when a step is found to have made it. */
final class ImportedCache {
    private final Registry registry;
    private final ImageReference reference;
    private final Store store;
    private final Map<String, List<CacheRecord>> records = new HashMap<>();
    private final Map<Digest, Descriptor> layers = new HashMap<>();

    /**
     * @param config the artifact's configuration, as {@link CacheSharing} writes it
     * @param blobs the artifact's layers
     */
    ImportedCache(Registry registry, ImageReference reference, Store store, JsonObject config, List<Descriptor> blobs)
            throws JsonException {
        this.registry = registry;
        this.reference = reference;
        this.store = store;
        for (JsonObject entry : config.objects(CacheSharing.RECORDS)) {
            records.computeIfAbsent(entry.text(CacheSharing.DEFINITION), key -> new ArrayList<>())
                    .add(StoredRecords.read(entry.object(CacheSharing.RECORD)));
        }
        for (Descriptor blob : blobs) {
            String diffId = blob.annotations().get(CacheSharing.DIFF_ID);
            if (diffId != null) {
                layers.put(Digest.parse(diffId), blob);
            }
        }
    }

    List<CacheRecord> find(String definition) {
        return records.getOrDefault(definition, List.of());
    }

    /** What a record is kept under; empty where it is not from here. */
    Optional<String> definition(CacheRecord record) {
        return records.entrySet().stream()
                .filter(known -> known.getValue().contains(record))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Fetches the layer of a record. */
    void fetch(Digest diffId) throws IOException {
        Descriptor layer = layers.get(diffId);
        if (layer == null) {
            throw new IOException(reference + " lacks layer " + diffId);
        }
        registry.fetchLayer(reference, layer, diffId, store, Progress.NONE);
    }
}
