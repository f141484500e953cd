package dev.varve.store;

import dev.varve.image.Digest;
import dev.varve.image.ImageIndex;
import dev.varve.image.ImageReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The entries of {@code index.json}. Immutable. */
record ImageTable(List<ImageEntry> entries) {
    static final ImageTable EMPTY = new ImageTable(List.of());

    ImageTable {
        entries = List.copyOf(entries);
    }

    byte[] toBytes() {
        return ImageIndex.of(entries.stream().map(ImageEntry::toDescriptor).toList())
                .toBytes();
    }

    /** The entry of exactly this name, or else one of its repository that is known by the name's digest. */
    Optional<ImageEntry> find(ImageReference name) {
        ImageReference key = ImageEntry.key(name);
        return entries.stream()
                .filter(entry -> entry.name().filter(key::equals).isPresent())
                .findFirst()
                .or(() -> entries.stream().filter(entry -> entry.isNamed(name)).findFirst());
    }

    /**
     * An entry of the image whose id begins so, or whose manifest or index has just this digest.
     *
     * @throws StoreException where several images' ids begin so
     */
    Optional<ImageEntry> findById(String hex) throws StoreException {
        Map<Digest, ImageEntry> found = new TreeMap<>();
        for (ImageEntry entry : entries) {
            if (entry.manifest().digest().hex().equals(hex)
                    || entry.index().filter(index -> index.hex().equals(hex)).isPresent()) {
                return Optional.of(entry);
            }
            entry.id()
                    .filter(id -> !hex.isEmpty() && id.hex().startsWith(hex))
                    .ifPresent(id -> found.putIfAbsent(id, entry));
        }
        if (found.size() > 1) {
            throw new StoreException("'" + hex + "' begins the ids of several images: "
                    + found.keySet().stream().map(Digest::shortened).collect(Collectors.joining(", "))
                    + "; give more digits");
        }
        return found.values().stream().findFirst();
    }

    /** The index that the manifest was chosen from, as far as an entry of it knows. */
    Optional<Digest> indexOf(Digest manifest) {
        return entries.stream()
                .filter(entry -> entry.manifest().digest().equals(manifest))
                .flatMap(entry -> entry.index().stream())
                .findFirst();
    }

    /** The entries of one image. */
    List<ImageEntry> of(Digest id) {
        return entries.stream().filter(entry -> entry.isOf(id)).toList();
    }

    /**
     * Adds the entry. Its name leaves the image that has had it; that image stays, without a name if it has no other, unless
     * it is the same one with another manifest.
     */
    ImageTable with(ImageEntry added) {
        List<ImageEntry> kept = new ArrayList<>();
        for (ImageEntry entry : entries) {
            boolean renamed = added.name().isPresent() && entry.name().equals(added.name());
            ImageEntry left = renamed ? entry.withoutName() : entry;
            boolean replaced = added.name().isPresent()
                    && left.name().isEmpty()
                    && added.id().filter(left::isOf).isPresent();
            if (!replaced) {
                kept.add(left);
            }
        }
        kept.add(added);
        return new ImageTable(withoutNeedless(kept));
    }

    ImageTable without(Predicate<ImageEntry> removed) {
        return new ImageTable(
                entries.stream().filter(entry -> !removed.test(entry)).toList());
    }

    /** An entry without a name is only needed where the same manifest has no other. */
    private static List<ImageEntry> withoutNeedless(List<ImageEntry> entries) {
        Set<Digest> there = new HashSet<>();
        for (ImageEntry entry : entries) {
            if (entry.name().isPresent()) {
                there.add(entry.manifest().digest());
            }
        }
        return entries.stream()
                .filter(entry ->
                        entry.name().isPresent() || there.add(entry.manifest().digest()))
                .toList();
    }
}
