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

/** Chooses what of the build cache goes: what was unused longest goes first. */
final class CachePruning {
    private final Store store;
    private final Set<Digest> counted;

    CachePruning(Store store) throws IOException {
        this.store = store;
        this.counted = needsOfOthers();
    }

    /** Something that the cache keeps: a record, or the folder of a cache mount. */
    private interface Item {
        Instant lastUsed();

        /** The room that it takes beyond what was asked for before. */
        long size() throws IOException;

        /** Whether it needs nothing that others do not need too. */
        boolean isShared();

        boolean remove() throws IOException;
    }

    /** Those last used before that time, and of the others those unused longest, until the rest is small enough. */
    int run(Optional<Instant> usedSince, OptionalLong mostBytes) throws IOException {
        long bytes = 0;
        boolean full = false;
        int removed = 0;
        for (Item item : items()) {
            boolean old = usedSince.filter(item.lastUsed()::isBefore).isPresent();
            if (mostBytes.isPresent() && !full && !old) {
                bytes += item.size();
                full = bytes > mostBytes.getAsLong();
            }
            if ((old || full) && item.remove()) {
                removed++;
            }
        }
        return removed;
    }

    /** Those that need a layer which neither an image nor a container needs. */
    int runUnshared() throws IOException {
        int removed = 0;
        for (Item item : items()) {
            if (!item.isShared() && item.remove()) {
                removed++;
            }
        }
        return removed;
    }

    /** Those used last first. */
    private List<Item> items() throws IOException {
        List<Item> items = new ArrayList<>();
        for (Map.Entry<String, List<CacheRecord>> records : store.cache().all().entrySet()) {
            records.getValue().forEach(record -> items.add(new RecordItem(records.getKey(), record)));
        }
        store.cacheMounts().all().forEach((folder, lastUsed) -> items.add(new MountItem(folder, lastUsed)));
        items.sort(Comparator.comparing(Item::lastUsed).reversed());
        return items;
    }

    private final class RecordItem implements Item {
        private final String key;
        private final CacheRecord record;

        RecordItem(String key, CacheRecord record) {
            this.key = key;
            this.record = record;
        }

        @Override
        public Instant lastUsed() {
            return record.lastUsed();
        }

        @Override
        public long size() throws IOException {
            long bytes = record.document().length;
            for (Digest layer : record.layers()) {
                if (counted.add(layer)) {
                    bytes += store.blobs().contains(layer) ? store.blobs().size(layer) : 0;
                    Optional<Path> unpacked = store.snapshots().find(layer);
                    bytes += unpacked.isPresent() ? FolderSize.of(unpacked.get()) : 0;
                }
            }
            return bytes;
        }

        @Override
        public boolean isShared() {
            return counted.containsAll(record.layers());
        }

        @Override
        public boolean remove() throws IOException {
            store.cache().remove(key, record.id());
            return true;
        }
    }

    private final class MountItem implements Item {
        private final Path folder;
        private final Instant lastUsed;

        MountItem(Path folder, Instant lastUsed) {
            this.folder = folder;
            this.lastUsed = lastUsed;
        }

        @Override
        public Instant lastUsed() {
            return lastUsed;
        }

        @Override
        public long size() throws IOException {
            return FolderSize.of(folder);
        }

        @Override
        public boolean isShared() {
            return false;
        }

        @Override
        public boolean remove() throws IOException {
            return store.cacheMounts().remove(folder);
        }
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
}
