package dev.varve.store;

import dev.varve.image.Digest;
import dev.varve.store.DiskUsage.CacheUsage;
import dev.varve.store.DiskUsage.ContainerUsage;
import dev.varve.store.DiskUsage.ImageUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts who takes what room. What is counted are files and folders, each once, whoever needs it. */
final class UsageCount {
    private final Store store;
    private final Map<Digest, Path> snapshots;
    private final Map<Path, Long> sizes = new HashMap<>();

    UsageCount(Store store) throws IOException {
        this.store = store;
        this.snapshots = store.snapshots().all();
    }

    DiskUsage run() throws IOException {
        List<ContainerFolder> containers = store.containers().list();
        List<StoredImage> images = store.images().list();
        Map<Digest, Set<Path>> byImage = new LinkedHashMap<>();
        for (StoredImage image : images) {
            byImage.put(image.id(), needs(image));
        }
        Set<Path> ofContainers = needs(containers);
        List<ImageUsage> usages = new ArrayList<>();
        Set<Path> active = new HashSet<>(ofContainers);
        for (StoredImage image : images) {
            ImageUsage usage = usage(image, byImage, containers);
            usages.add(usage);
            if (usage.containers() > 0) {
                active.addAll(needs(image));
            }
        }
        Set<Path> all = new HashSet<>(ofContainers);
        byImage.values().forEach(all::addAll);
        long layers = size(all);
        Set<Path> reclaimable = new HashSet<>(all);
        reclaimable.removeAll(active);
        List<ContainerUsage> written = new ArrayList<>();
        for (ContainerFolder container : containers) {
            written.add(new ContainerUsage(container, FolderSize.of(container.path())));
        }
        CacheUsage cache = cache(all);
        return new DiskUsage(usages, layers, size(reclaimable), written, cache, size(garbage(all)));
    }

    private ImageUsage usage(StoredImage image, Map<Digest, Set<Path>> byImage, List<ContainerFolder> containers)
            throws IOException {
        Set<Path> shared = new HashSet<>();
        Set<Path> unique = new HashSet<>(byImage.getOrDefault(image.id(), Set.of()));
        for (Map.Entry<Digest, Set<Path>> other : byImage.entrySet()) {
            if (!other.getKey().equals(image.id())) {
                shared.addAll(other.getValue());
            }
        }
        shared.retainAll(unique);
        unique.removeAll(shared);
        long size = 0;
        for (Digest layer : image.config().diffIds()) {
            size += store.blobs().contains(layer) ? store.blobs().size(layer) : 0;
        }
        return new ImageUsage(image, size, size(shared), size(unique), users(image, containers));
    }

    private int users(StoredImage image, List<ContainerFolder> containers) throws IOException {
        Set<Digest> manifests = new HashSet<>();
        manifests.add(image.descriptor().digest());
        for (ImageEntry entry : store.images().entries()) {
            if (entry.isOf(image.id())) {
                manifests.add(entry.manifest().digest());
            }
        }
        return (int) containers.stream()
                .filter(container -> container
                        .identity()
                        .manifest()
                        .filter(manifests::contains)
                        .isPresent())
                .count();
    }

    private Set<Path> needs(StoredImage image) throws IOException {
        Needs needs = new Needs(store.blobs(), store.layers());
        for (ImageEntry entry : store.images().entries()) {
            if (entry.isOf(image.id())) {
                needs.image(entry);
            }
        }
        return places(needs);
    }

    private Set<Path> needs(List<ContainerFolder> containers) throws IOException {
        Needs needs = new Needs(store.blobs(), store.layers());
        for (ContainerFolder container : containers) {
            needs.container(container.identity());
        }
        return places(needs);
    }

    /** What only the cache needs goes over to {@code counted}. */
    private CacheUsage cache(Set<Path> counted) throws IOException {
        Needs needs = new Needs(store.blobs(), store.layers());
        int count = 0;
        long documents = 0;
        for (List<CacheRecord> records : store.cache().all().values()) {
            for (CacheRecord record : records) {
                needs.layers(record.layers());
                documents += record.document().length;
                count++;
            }
        }
        Set<Path> own = places(needs);
        own.removeAll(counted);
        counted.addAll(own);
        return new CacheUsage(
                count, documents + size(own) + size(store.cacheMounts().all().keySet()));
    }

    private Set<Path> garbage(Set<Path> needed) throws IOException {
        Set<Path> garbage = new HashSet<>(snapshots.values());
        store.blobs().all().forEach(blob -> garbage.add(store.blobs().path(blob)));
        garbage.removeAll(needed);
        return garbage;
    }

    private Set<Path> places(Needs needs) {
        Set<Path> places = new HashSet<>();
        for (Digest blob : needs.blobs()) {
            if (store.blobs().contains(blob)) {
                places.add(store.blobs().path(blob));
            }
        }
        for (Digest layer : needs.diffIds()) {
            Path snapshot = snapshots.get(layer);
            if (snapshot != null) {
                places.add(snapshot);
            }
        }
        return places;
    }

    private long size(Collection<Path> places) throws IOException {
        long sum = 0;
        for (Path place : places) {
            Long size = sizes.get(place);
            if (size == null) {
                size = Files.isDirectory(place) ? FolderSize.of(place) : Files.size(place);
                sizes.put(place, size);
            }
            sum += size;
        }
        return sum;
    }
}
