package dev.varve.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The store of images, layers, build cache and containers. It is an OCI image layout ({@code image-layout.md}), which skopeo
 * and buildah read as {@code oci:HOME:NAME}, with folders of its own beside it:
 *
 * <pre>
 * oci-layout, index.json, blobs/   the layout: images, their names, and each layer's uncompressed archive under its diff ID
 * layers/                          which compressed forms a layer has
 * snapshots/                       layers unpacked to be mounted
 * cache/                           records of the build cache
 * caches/                          the folders of cache mounts
 * containers/, names/              containers and their names
 * downloads/                       what has come of blobs that are being fetched, or were
 * tmp/, locks/                     what is not whole yet; who does what
 * reserve                          some room, so that a store can be pruned on a full disk
 * </pre>
 *
 * Many processes may use it at a time, and a process may die at any moment: what has its name is whole.
 */
public final class Store implements Closeable {
    private static final byte[] LAYOUT = "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);

    private final Path home;
    private final Path useLock;
    private final FolderRemover removal;
    private final Reserve reserve;
    private final Temporary temporary;
    private final Blobs blobs;
    private final Downloads downloads;
    private final Images images;
    private final Layers layers;
    private final CacheRecords cache;
    private final Snapshots snapshots;
    private final CacheMounts cacheMounts;
    private final ContainerFolders containers;

    private Store(Path home, FolderRemover remover, InstantSource clock) {
        this.home = home;
        Path locks = home.resolve("locks");
        this.useLock = locks.resolve("store");
        this.removal = new FolderRemoval(remover);
        this.temporary = new Temporary(home.resolve("tmp"), removal);
        Stripes stripes = new Stripes(locks);
        this.reserve = new Reserve(home.resolve("reserve"));
        this.blobs = new Blobs(home.resolve("blobs"), temporary);
        ImageTableFile table = new ImageTableFile(home.resolve("index.json"), locks.resolve("index"), temporary, blobs);
        this.downloads = new Downloads(home.resolve("downloads"), blobs, stripes);
        this.images = new Images(blobs, table, reserve);
        this.layers = new Layers(home.resolve("layers"), blobs, temporary, stripes);
        this.cache = new CacheRecords(home.resolve("cache"), locks.resolve("cache"), temporary, reserve, clock);
        this.snapshots = new Snapshots(home.resolve("snapshots"), temporary, stripes);
        this.cacheMounts = new CacheMounts(home.resolve("caches"), locks.resolve("caches"), temporary, removal, clock);
        this.containers = new ContainerFolders(home, temporary, removal, clock);
    }

    /**
     * Opens a store whose files this process may remove itself, and makes it when it is not there yet.
     *
     * @throws StoreException where the folder holds something else
     */
    public static Store open(Path home) throws IOException {
        return open(home, folder -> {
            throw new StoreException("cannot remove all of " + folder
                    + ": some of it belongs to subordinate ids and needs a user namespace");
        });
    }

    /**
     * Opens a store, and makes it when it is not there yet.
     *
     * @param remover is asked to remove folders that this process may not
     * @throws StoreException where the folder holds something else
     */
    public static Store open(Path home, FolderRemover remover) throws IOException {
        return open(home, remover, InstantSource.system());
    }

    static Store open(Path home, FolderRemover remover, InstantSource clock) throws IOException {
        Path absolute = home.toAbsolutePath().normalize();
        Store store = new Store(absolute, remover, clock);
        if (!Files.exists(absolute.resolve("oci-layout"))) {
            store.initialise();
        }
        return store;
    }

    /** {@code $VARVE_HOME}, or {@code varve} in {@code $XDG_DATA_HOME}, or in {@code ~/.local/share}. */
    public static Path defaultHome() {
        return defaultHome(System.getenv());
    }

    /** The same for a process with these environment variables. */
    public static Path defaultHome(Map<String, String> environment) {
        return defaultHome(environment, Path.of(System.getProperty("user.home", "")));
    }

    static Path defaultHome(Map<String, String> environment, Path userHome) {
        String own = environment.getOrDefault("VARVE_HOME", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        // The XDG base directory specification has relative paths ignored.
        Path folder = data.startsWith("/") ? Path.of(data) : userHome.resolve(".local/share");
        return folder.resolve("varve");
    }

    private void initialise() throws IOException {
        Files.createDirectories(home);
        StoreLock held = ProcessLock.exclusive(home.resolve("locks").resolve("index"));
        try (held) {
            if (Files.exists(home.resolve("oci-layout"))) {
                return;
            }
            requireOwn();
            AtomicFile.write(home.resolve("oci-layout"), LAYOUT, temporary);
        }
        images.initialise();
        reserve.restore();
    }

    /** A folder with other things in it is not taken over; our own lock may be there, or what a dead process left of it. */
    private void requireOwn() throws IOException {
        for (Path path : Folders.children(home)) {
            String name = path.getFileName().toString();
            if (!name.equals("locks") && !name.equals("tmp")) {
                throw new StoreException(home + " is no store: it holds '" + name
                        + "' and no oci-layout; set VARVE_HOME to an empty folder or one that is not there");
            }
        }
    }

    public Path home() {
        return home;
    }

    public Blobs blobs() {
        return blobs;
    }

    public Downloads downloads() {
        return downloads;
    }

    public Images images() {
        return images;
    }

    public Layers layers() {
        return layers;
    }

    public CacheRecords cache() {
        return cache;
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public CacheMounts cacheMounts() {
        return cacheMounts;
    }

    public ContainerFolders containers() {
        return containers;
    }

    /**
     * Holds the store while blobs are written that nothing names yet, or read that somebody might remove: a build, a pull, a
     * commit, a save, the start of a container until its folder is made. Garbage is only collected when nobody holds it.
     */
    public StoreLock use() throws IOException {
        return ProcessLock.shared(useLock);
    }

    /**
     * Removes records of the build cache, and the folders of cache mounts that nobody uses now; the room of layers is free
     * after the next {@link #collectGarbage}. How many it removed.
     *
     * @param usedSince those last used before are removed, if it is given
     * @param mostBytes those unused longest are removed until the rest and the layers that only the cache needs take no more
     *     than this, if it is given
     */
    public int pruneCache(Optional<Instant> usedSince, OptionalLong mostBytes) throws IOException {
        return new CachePruning(this).run(usedSince, mostBytes);
    }

    /**
     * Removes those records of the build cache that need layers of their own, which no image and no container needs; the room
     * is free after the next {@link #collectGarbage}. How many it removed.
     */
    public int pruneUnsharedCache() throws IOException {
        return new CachePruning(this).runUnshared();
    }

    /**
     * Removes the blobs and unpacked layers that no image, container or record of the build cache needs, and what processes
     * that died have left. It waits until nobody holds the store with {@link #use}, so it must not be called by who does; what
     * a build has just written and not named yet is therefore never garbage. Other programs that write into the layout know
     * nothing of that lock: let them finish first.
     *
     * @param onWait is called once if there is need to wait
     */
    public Reclaimed collectGarbage(Runnable onWait) throws IOException {
        return collect(ProcessLock.exclusive(useLock, onWait));
    }

    /** The same if nobody holds the store now; empty if somebody does, and the garbage stays for another time. */
    public Optional<Reclaimed> tryCollectGarbage() throws IOException {
        Optional<StoreLock> alone = ProcessLock.tryExclusive(useLock);
        return alone.isPresent() ? Optional.of(collect(alone.get())) : Optional.empty();
    }

    /** Files of unpacked layers are only put aside while others have to wait. */
    private Reclaimed collect(StoreLock alone) throws IOException {
        temporary.clean();
        GarbageCollection collection = new GarbageCollection(this, reserve);
        try (alone) {
            collection.run();
        }
        return collection.finish(removal);
    }

    /** Counts the room that images, containers and the build cache take; reads every folder of unpacked files. */
    public DiskUsage diskUsage() throws IOException {
        StoreLock held = use();
        try (held) {
            return new UsageCount(this).run();
        }
    }

    /**
     * Reads everything in the store and says what is wrong, one sentence a problem: blobs whose content is not that of their
     * digest, images, records and containers that lack something, snapshots that are nobody's.
     */
    public List<String> check() throws IOException {
        StoreLock held = use();
        try (held) {
            return new Check(this).run();
        }
    }

    /** An empty folder in the store's file system for what is not to be kept. */
    public WorkFolder workFolder() throws IOException {
        return new WorkFolder(temporary.newFolder(), removal);
    }

    /** Gives back what the store holds for this process; a store that is not closed is tidied up by a later process. */
    @Override
    public void close() throws IOException {
        temporary.close();
    }
}
