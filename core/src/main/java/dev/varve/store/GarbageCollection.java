package dev.varve.store;

import dev.varve.image.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what is needed and removes the rest. Whoever runs it must be alone in the store. */
final class GarbageCollection {
    private final Store store;
    private final Temporary temporary;

    GarbageCollection(Store store, Temporary temporary) {
        this.store = store;
        this.temporary = temporary;
    }

    Reclaimed run() throws IOException {
        temporary.clean();
        Needs needs = needs();
        long bytes = 0;
        int snapshots = 0;
        for (Map.Entry<Digest, Path> snapshot : store.snapshots().all().entrySet()) {
            if (!needs.diffIds().contains(snapshot.getKey())) {
                bytes += FolderSize.of(snapshot.getValue());
                store.snapshots().remove(snapshot.getValue());
                snapshots++;
            }
        }
        store.layers().retain(needs.diffIds());
        Set<Digest> garbage = new TreeSet<>(store.blobs().all());
        garbage.removeAll(needs.blobs());
        for (Digest blob : garbage) {
            bytes += store.blobs().remove(blob);
        }
        return new Reclaimed(garbage.size(), snapshots, bytes);
    }

    private Needs needs() throws IOException {
        Needs needs = new Needs(store.blobs(), store.layers());
        for (ImageEntry entry : store.images().entries()) {
            needs.image(entry);
        }
        for (ContainerFolder container : store.containers().list()) {
            needs.container(container.identity());
        }
        for (List<CacheRecord> records : store.cache().all().values()) {
            for (CacheRecord record : records) {
                needs.layers(record.layers());
            }
        }
        return needs;
    }
}
