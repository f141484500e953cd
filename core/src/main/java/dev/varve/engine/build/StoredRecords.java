package dev.varve.engine.build;

import dev.varve.image.Digest;
import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import dev.varve.plan.CacheRecord;
import dev.varve.plan.CacheRecords;
import dev.varve.plan.Dependency;
import dev.varve.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The build cache as documents of the store. A record whose layer is gone counts for nothing. */
final class StoredRecords implements CacheRecords {
    /** How much of a digest tells apart what one result was reached from. */
    private static final int INPUTS_LENGTH = 16;

    private final Store store;

    StoredRecords(Store store) {
        this.store = store;
    }

    @Override
    public List<CacheRecord> find(String definition) throws IOException {
        List<CacheRecord> found = new ArrayList<>();
        for (dev.varve.store.CacheRecord stored : store.cache().list(definition)) {
            CacheRecord record;
            try {
                record = stored.content(CacheRecord.class, document -> read(JsonObject.parse(document)));
            } catch (JsonException | RuntimeException e) {
                // written by another version: as if it had not been
                continue;
            }
            if (record.layer().isEmpty()
                    || store.blobs().contains(record.layer().get())) {
                // the latest are last in the store
                found.add(0, record);
                store.cache().used(definition, stored);
            }
        }
        return found;
    }

    @Override
    public void add(String definition, CacheRecord record) throws IOException {
        String inputs = Digest.of(JsonObject.EMPTY
                        .with("dependencies", dependencies(record))
                        .toBytes())
                .hex()
                .substring(0, INPUTS_LENGTH);
        store.cache()
                .add(
                        definition,
                        record.id() + "." + inputs,
                        write(record).toBytes(),
                        record.layer().map(List::of).orElse(List.of()));
    }

    static JsonObject write(CacheRecord record) {
        return JsonObject.EMPTY
                .with("id", record.id())
                .with("dependencies", dependencies(record))
                .with("layer", record.layer().map(Digest::toString))
                .with("created", record.created().toString())
                .with("took", record.took().toMillis());
    }

    private static List<JsonObject> dependencies(CacheRecord record) {
        List<JsonObject> dependencies = new ArrayList<>();
        for (Dependency dependency : record.dependencies()) {
            dependencies.add(JsonObject.EMPTY
                    .with("origins", dependency.origins().stream().sorted().toList())
                    .with("content", dependency.content())
                    .with("byContent", dependency.byContent()));
        }
        return dependencies;
    }

    static CacheRecord read(JsonObject json) throws JsonException {
        List<Dependency> dependencies = new ArrayList<>();
        for (JsonObject dependency : json.objects("dependencies")) {
            Set<String> origins = new HashSet<>(dependency.texts("origins"));
            dependencies.add(new Dependency(
                    origins,
                    Set.of(),
                    dependency.optionalText("content").orElse(null),
                    dependency.isTrue("byContent")));
        }
        Optional<Digest> layer = json.optionalText("layer").map(Digest::parse);
        return new CacheRecord(
                json.text("id"), dependencies, layer, json.time("created"), Duration.ofMillis(json.number("took")));
    }
}
