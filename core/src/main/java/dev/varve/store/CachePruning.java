package dev.varve.store;

import dev.varve.image.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Chooses the records of the build cache that go. */
final class CachePruning {
    private record Row(String key, CacheRecord record) {}

    private final Store store;

    CachePruning(Store store) {
        this.store = store;
    }

    /** Those last used before that time, and of the others those unused longest, until the rest is small enough. */
    int run(Optional<Instant> usedSince, OptionalLong mostBytes) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, List<CacheRecord>> records : store.cache().all().entrySet()) {
            records.getValue().forEach(record -> rows.add(new Row(records.getKey(), record)));
        }
        rows.sort(Comparator.comparing((Row row) -> row.record.lastUsed()).reversed());
        Set<List<String>> kept = new HashSet<>();
        Set<Digest> counted = needsOfOthers();
        long bytes = 0;
        for (Row row : rows) {
            bytes += row.record.document().length + added(row.record, counted);
            boolean old = usedSince.isPresent() && row.record.lastUsed().isBefore(usedSince.get());
            if (old || (mostBytes.isPresent() && bytes > mostBytes.getAsLong())) {
                break;
            }
            kept.add(List.of(row.key, row.record.id()));
        }
        Set<List<String>> seen = new HashSet<>();
        rows.forEach(row -> seen.add(List.of(row.key, row.record.id())));
        return store.cache().removeIf((key, record) -> {
            List<String> name = List.of(key, record.id());
            return seen.contains(name) && !kept.contains(name);
        });
    }

    /** The layers that images and containers need anyhow. */
    private Set<Digest> needsOfOthers() throws IOException {
        Needs needs = new Needs(store.blobs(), store.layers());
        for (ImageEntry entry : store.images().entries()) {
            needs.image(entry);
        }
        for (ContainerFolder container : store.containers().list()) {
            needs.container(container.identity());
        }
        return new HashSet<>(needs.diffIds());
    }

    private long added(CacheRecord record, Set<Digest> counted) throws IOException {
        long bytes = 0;
        for (Digest layer : record.layers()) {
            if (counted.add(layer)) {
                if (store.blobs().contains(layer)) {
                    bytes += store.blobs().size(layer);
                }
                Optional<Path> unpacked = store.snapshots().find(layer);
                if (unpacked.isPresent()) {
                    bytes += FolderSize.of(unpacked.get());
                }
            }
        }
        return bytes;
    }
}
