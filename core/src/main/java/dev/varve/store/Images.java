package dev.varve.store;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The images of the store and their names. They are the entries of the layout's {@code index.json}; an image without a name
 * has an entry without one until it is pruned. A name given to an image leaves the one that has had it.
 */
public final class Images {
    private static final String SHA_256 = "sha256:";

    private final Blobs blobs;
    private final ImageTableFile file;
    private final Reserve reserve;
    private final ImageReading reading;

    Images(Blobs blobs, ImageTableFile file, Reserve reserve) {
        this.blobs = blobs;
        this.file = file;
        this.reserve = reserve;
        this.reading = new ImageReading(blobs);
    }

    List<ImageEntry> entries() throws IOException {
        return file.read().entries();
    }

    void initialise() throws IOException {
        file.initialise();
    }

    /**
     * Writes the documents of an image whose layers are in the store. Nothing keeps it there until it is {@link #tag}ged or
     * {@link #keep kept}.
     *
     * @param layers how the manifest describes them, the lowest first
     * @return the manifest
     */
    public Descriptor write(ImageConfig config, List<Descriptor> layers) throws IOException {
        byte[] configuration = config.toBytes();
        Descriptor described = new Descriptor(MediaType.OCI_CONFIG, blobs.write(configuration), configuration.length);
        byte[] manifest = Manifest.of(described, layers).toBytes();
        return new Descriptor(MediaType.OCI_MANIFEST, blobs.write(manifest), manifest.length);
    }

    /**
     * Gives an image a name; where the reference has a digest, that stands for the tag.
     *
     * @param manifest of an image for one platform
     * @throws StoreException where anything of the image is not in the store
     */
    public void tag(ImageReference name, Descriptor manifest) throws IOException {
        tag(name, manifest, Optional.empty());
    }

    /**
     * The same for an image that was chosen from an index, which is kept with it.
     *
     * @throws StoreException where anything of the image is not in the store
     */
    public void tag(ImageReference name, Descriptor manifest, Optional<Digest> index) throws IOException {
        add(manifest, Optional.of(name), index, Optional.empty());
    }

    /**
     * Keeps an image without a name, unless it has one.
     *
     * @throws StoreException where anything of the image is not in the store
     */
    public void keep(Descriptor manifest) throws IOException {
        keep(manifest, Optional.empty());
    }

    /**
     * The same for an image that was chosen from an index, which is kept with it.
     *
     * @throws StoreException where anything of the image is not in the store
     */
    public void keep(Descriptor manifest, Optional<Digest> index) throws IOException {
        add(manifest, Optional.empty(), index, Optional.empty());
    }

    /**
     * Names an image that came from its repository.
     *
     * @param top the manifest or index that the repository has under that name; an index is kept with the image
     * @param manifest the one for the platform
     * @throws StoreException where anything of the image is not in the store
     */
    public void pulled(ImageReference name, Descriptor top, Descriptor manifest) throws IOException {
        Optional<Digest> index = Optional.of(top.digest()).filter(digest -> !digest.equals(manifest.digest()));
        add(manifest, Optional.of(name), index, Optional.of(top.digest()));
    }

    private void add(
            Descriptor manifest, Optional<ImageReference> name, Optional<Digest> index, Optional<Digest> repository)
            throws IOException {
        Descriptor plain = new Descriptor(manifest.mediaType(), manifest.digest(), manifest.size());
        Digest id = reading.whole(manifest).config().digest();
        file.change(table -> table.with(new ImageEntry(
                plain,
                Optional.of(id),
                name.map(ImageEntry::key),
                index.or(() -> table.indexOf(plain.digest())),
                repository)));
    }

    /** Takes note of the digest by which its repository now knows what has this name. */
    public void pushed(ImageReference name, Digest digest) throws IOException {
        file.change(table -> table.find(name)
                .map(entry -> table.with(entry.withRepositoryDigest(digest)))
                .orElse(table));
    }

    /** Takes a name away; an image is gone with its last one. Whether there was such a name. */
    public boolean untag(ImageReference name) throws IOException {
        ImageReference key = ImageEntry.key(name);
        return removeIf(entry -> entry.name().filter(key::equals).isPresent());
    }

    /**
     * Takes an image out with all its names; its blobs go with the next {@link Store#collectGarbage}. Whether it was there.
     */
    public boolean remove(StoredImage image) throws IOException {
        return removeIf(entry -> entry.isOf(image.id()));
    }

    private boolean removeIf(Predicate<ImageEntry> unwanted) throws IOException {
        return reserve.spend(() -> file.change(table -> table.without(unwanted)));
    }

    /** The image of this name; with a digest, the one that the repository or the store knows by it. */
    public Optional<StoredImage> find(ImageReference name) throws IOException {
        ImageTable table = file.read();
        Optional<ImageEntry> entry = table.find(name);
        return entry.isPresent() ? Optional.of(read(entry.get(), table)) : Optional.empty();
    }

    /**
     * The image of this name for this platform, be it another one of the index that the named one was chosen from; empty
     * where the store has none for it.
     */
    public Optional<StoredImage> find(ImageReference name, Platform platform) throws IOException {
        ImageTable table = file.read();
        Optional<ImageEntry> entry = table.find(name);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        StoredImage image = read(entry.get(), table);
        if (image.config().platform().runsOn(platform)) {
            return Optional.of(image);
        }
        Optional<Digest> index = image.index().filter(blobs::contains);
        Optional<Descriptor> other =
                index.isPresent() ? reading.index(index.get()).find(platform) : Optional.empty();
        return other.isPresent() && isWhole(other.get())
                ? Optional.of(image(other.get(), index, List.of()))
                : Optional.empty();
    }

    /**
     * The platforms that an image of this name is known to exist for: those of the index that it was chosen from, else its
     * own. None where that is not known: the store has no image of this name, or not the index.
     */
    public Set<Platform> platforms(ImageReference name) throws IOException {
        Optional<StoredImage> image = find(name);
        Optional<Digest> index = image.flatMap(StoredImage::index);
        if (image.isEmpty() || index.filter(digest -> !blobs.contains(digest)).isPresent()) {
            return Set.of();
        }
        Set<Platform> platforms =
                new LinkedHashSet<>(Set.of(image.get().config().platform()));
        if (index.isPresent()) {
            reading.index(index.get())
                    .manifests()
                    .forEach(manifest -> manifest.platform()
                            .filter(platform -> !platform.os().equals("unknown"))
                            .ifPresent(platforms::add));
        }
        return platforms;
    }

    private boolean isWhole(Descriptor manifest) throws IOException {
        try {
            reading.whole(manifest);
            return true;
        } catch (StoreException e) {
            return false;
        }
    }

    /**
     * The image of this name, id or digest as people write it: a name first, then an id or its beginning, with or without
     * {@code sha256:}.
     *
     * @throws StoreException where several images' ids begin so
     */
    public Optional<StoredImage> find(String nameOrId) throws IOException {
        ImageTable table = file.read();
        Optional<ImageEntry> entry = named(nameOrId, table);
        if (entry.isEmpty()) {
            entry = table.findById(nameOrId.startsWith(SHA_256) ? nameOrId.substring(SHA_256.length()) : nameOrId);
        }
        return entry.isPresent() ? Optional.of(read(entry.get(), table)) : Optional.empty();
    }

    private static Optional<ImageEntry> named(String text, ImageTable table) {
        try {
            return table.find(ImageReference.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The image of this manifest, whether it has a name or not.
     *
     * @throws StoreException where the store has it not
     */
    public StoredImage of(Digest manifest) throws IOException {
        Descriptor descriptor = new Descriptor(MediaType.OCI_MANIFEST, manifest, blobs.size(manifest));
        return image(descriptor, Optional.empty(), List.of());
    }

    /** All images, those made last first. What is damaged is left out; {@link Store#check} names it. */
    public List<StoredImage> list() throws IOException {
        ImageTable table = file.read();
        Map<Digest, StoredImage> images = new LinkedHashMap<>();
        for (ImageEntry entry : table.entries()) {
            if (entry.id().isPresent() && !images.containsKey(entry.id().get())) {
                readIfWhole(entry, table).ifPresent(image -> images.put(image.id(), image));
            }
        }
        List<StoredImage> sorted = new ArrayList<>(images.values());
        sorted.sort(Images::lastMadeFirst);
        return sorted;
    }

    private static int lastMadeFirst(StoredImage one, StoredImage other) {
        int order = made(other).compareTo(made(one));
        return order != 0 ? order : one.id().compareTo(other.id());
    }

    private static Instant made(StoredImage image) {
        return image.config().created().orElse(Instant.EPOCH);
    }

    private Optional<StoredImage> readIfWhole(ImageEntry entry, ImageTable table) throws IOException {
        try {
            return Optional.of(read(entry, table));
        } catch (StoreException e) {
            return Optional.empty();
        }
    }

    private StoredImage read(ImageEntry entry, ImageTable table) throws IOException {
        return image(entry.manifest(), entry.index(), entry.id().map(table::of).orElse(List.of(entry)));
    }

    private StoredImage image(Descriptor descriptor, Optional<Digest> index, List<ImageEntry> names)
            throws IOException {
        Manifest manifest = reading.manifest(descriptor.digest());
        ImageConfig config = reading.config(manifest);
        return new StoredImage(
                descriptor,
                manifest,
                config,
                names.stream()
                        .flatMap(entry -> entry.name().stream())
                        .sorted((a, b) -> a.toString().compareTo(b.toString()))
                        .toList(),
                index,
                names.stream()
                        .flatMap(entry -> entry.repositoryName().stream())
                        .distinct()
                        .toList());
    }
}
