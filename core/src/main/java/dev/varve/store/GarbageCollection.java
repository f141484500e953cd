package dev.varve.store;

import dev.varve.image.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what is needed and removes the rest. */
final class GarbageCollection {
    private final Store store;
    private final Reserve reserve;
    private final List<Path> aside = new ArrayList<>();
    private int snapshots;
    private int blobs;
    private long bytes;

    GarbageCollection(Store store, Reserve reserve) {
        this.store = store;
        this.reserve = reserve;
    }

    /** Whoever runs it must be alone in the store. Blobs go first, because that takes no room. */
    void run() throws IOException {
        Needs needs = needs();
        // What images no longer need must not go before they are seen not to need it, after a loss of power either.
        AtomicFile.synchronise(store.home());
        for (Digest blob : store.blobs().all()) {
            if (!needs.blobs().contains(blob)) {
                bytes += store.blobs().remove(blob);
                blobs++;
            }
        }
        bytes += store.downloads().clear();
        for (Map.Entry<Digest, Path> snapshot : store.snapshots().all().entrySet()) {
            if (!needs.diffIds().contains(snapshot.getKey())) {
                aside.add(reserve.spend(() -> store.snapshots().putAside(snapshot.getValue())));
                snapshots++;
            }
        }
        store.layers().retain(needs.diffIds());
        aside.addAll(store.containers().putEmptyAside());
    }

    /** Removes the files of what is out of sight by now. */
    Reclaimed finish(FolderRemover remover) throws IOException {
        for (Path folder : aside) {
            bytes += FolderSize.of(folder);
            remover.remove(folder);
        }
        reserve.restore();
        return new Reclaimed(blobs, snapshots, bytes);
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
