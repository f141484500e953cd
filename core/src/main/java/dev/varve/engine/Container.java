package dev.varve.engine;

import dev.varve.engine.container.Attachment;
import dev.varve.engine.container.Commit;
import dev.varve.engine.container.ContainerProcess;
import dev.varve.engine.container.ContainerSettings;
import dev.varve.engine.container.ContainerState;
import dev.varve.engine.container.ContainerView;
import dev.varve.engine.container.CopyOut;
import dev.varve.engine.container.Detachment;
import dev.varve.engine.container.Ending;
import dev.varve.engine.container.ExecSettings;
import dev.varve.engine.container.Export;
import dev.varve.engine.container.FileChange;
import dev.varve.engine.container.FilesIn;
import dev.varve.engine.container.LogFilter;
import dev.varve.engine.container.Logs;
import dev.varve.engine.container.StoredContainer;
import dev.varve.engine.container.Supervision;
import dev.varve.engine.container.Volumes;
import dev.varve.engine.overlay.Sandboxes;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.store.ContainerFolder;
import dev.varve.store.Store;
import dev.varve.store.StoreLock;
import dev.varve.store.StoredImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container of the store. What it tells is asked anew each time. Safe for use by several threads. */
public final class Container {
    private final Store store;
    private final Sandboxes sandboxes;
    private volatile ContainerFolder folder;
    private volatile @Nullable Supervision supervision;

    Container(Store store, Sandboxes sandboxes, ContainerFolder folder) {
        this.store = store;
        this.sandboxes = sandboxes;
        this.folder = folder;
    }

    /** 64 hexadecimal digits. */
    public String id() {
        return folder.id();
    }

    public String name() {
        return folder.name();
    }

    public Instant created() {
        return folder.identity().created();
    }

    /**
     * What it is run with.
     *
     * @throws NotFoundException where it has been removed
     */
    public ContainerSettings settings() throws IOException {
        return stored().settings();
    }

    /**
     * What has become of it.
     *
     * @throws NotFoundException where it has been removed
     */
    public ContainerState state() throws IOException {
        return stored().state();
    }

    /** What it calls its machine. */
    public String hostname() throws IOException {
        return stored().hostname();
    }

    /** Where what it prints is kept; not there before it has been started. */
    public Path logFile() {
        return folder.log();
    }

    /** The folders of its anonymous volumes, in the order of {@link ContainerSettings#volumes()}. */
    public List<Path> volumeFolders() throws IOException {
        StoredContainer container = stored();
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < container.settings().volumes().size(); i++) {
            folders.add(Volumes.folder(container, i));
        }
        return folders;
    }

    /** The bytes of its files. */
    public ContainerSize size() throws IOException {
        long total = 0;
        for (Digest diffId : folder.identity().layers()) {
            total += Files.size(store.layers().require(diffId));
        }
        long written = folder.size();
        return new ContainerSize(written, written + total);
    }

    private StoredContainer stored() throws IOException {
        try {
            return StoredContainer.read(folder);
        } catch (NoSuchFileException e) {
            throw removed(e);
        }
    }

    private NotFoundException removed(NoSuchFileException e) {
        NotFoundException removed = new NotFoundException("container " + name() + " has been removed");
        removed.addSuppressed(e);
        return removed;
    }

    /** Starts it, again too. It ends with this process. */
    public void start() throws IOException, InterruptedException {
        start(Attachment.NONE);
    }

    /**
     * Starts it with its output going somewhere beside its log.
     *
     * @throws dev.varve.sandbox.SandboxException where its program cannot be started
     * @throws dev.varve.store.StoreException where it runs already
     */
    public void start(Attachment attachment) throws IOException, InterruptedException {
        try {
            supervision = Supervision.start(store, sandboxes.get(), folder, attachment);
        } catch (NoSuchFileException e) {
            throw removed(e);
        }
    }

    /**
     * Starts it, again too, and leaves it to a process of its own, with which it outlives this one.
     *
     * @throws dev.varve.sandbox.SandboxException where its program cannot be started
     * @throws NotFoundException where it has been removed
     */
    public void startDetached() throws IOException, InterruptedException {
        stored();
        Detachment.start(store.home(), folder);
    }

    /**
     * Its standard input.
     *
     * @throws IllegalStateException where it was not started by this object
     */
    public OutputStream stdin() {
        Supervision own = supervision;
        if (own == null) {
            throw new IllegalStateException("container " + name() + " was started elsewhere");
        }
        return own.stdin();
    }

    /**
     * Waits for its end; returns at once where it does not run.
     *
     * @return its exit code
     * @throws NotFoundException where it has been removed
     */
    public int waitFor() throws IOException, InterruptedException {
        Supervision own = supervision;
        if (own != null) {
            return own.waitFor();
        }
        try {
            return new Ending(folder).await().exitCode();
        } catch (NoSuchFileException e) {
            throw removed(e);
        }
    }

    /** What it has printed so far. */
    public String logs() throws IOException, InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        logs(LogFilter.ALL, false, entry -> printed.write(entry.bytes()));
        return printed.toString(StandardCharsets.UTF_8);
    }

    /**
     * Tells what it has printed.
     *
     * @param follow whether to go on until it ends
     */
    public void logs(LogFilter filter, boolean follow, Logs.Ear ear) throws IOException, InterruptedException {
        new Logs(folder).read(filter, follow, ear);
    }

    /**
     * Asks it to end as its image says, and ends it after the time it is given.
     *
     * @throws NotFoundException where it has been removed
     */
    public void stop() throws IOException, InterruptedException {
        stop("", Duration.ofSeconds(settings().stopSeconds()));
    }

    /**
     * Asks it to end.
     *
     * @param signal such as {@code SIGINT}; empty for what its image says, or {@code SIGTERM}
     * @param patience after which it is ended; negative for none
     */
    public void stop(String signal, Duration patience) throws IOException, InterruptedException {
        new Ending(folder).stop(signal, patience);
    }

    /** Ends it at once. */
    public void kill() throws IOException, InterruptedException {
        kill("KILL");
    }

    /**
     * Sends its first process a signal.
     *
     * @param signal such as {@code SIGHUP}, or a number
     * @throws dev.varve.store.StoreException where it does not run
     */
    public void kill(String signal) throws IOException, InterruptedException {
        new Ending(folder).signal(signal);
    }

    /** Begins to describe a further process in it. */
    public ExecRequest exec(String... command) {
        return exec(List.of(command));
    }

    public ExecRequest exec(List<String> command) {
        return new ExecRequest(this, command);
    }

    ContainerProcess start(ExecSettings settings, Attachment attachment) throws IOException {
        return ContainerProcess.start(store, sandboxes.get(), stored(), settings, attachment);
    }

    void startDetached(ExecSettings settings) throws IOException {
        ContainerProcess.startDetached(store, sandboxes.get(), stored(), settings);
    }

    /** Begins to describe an image that is to be made of it. */
    public CommitRequest commit() {
        return new CommitRequest(this);
    }

    @SuppressWarnings("try")
    Image commit(CommitRequest request) throws IOException {
        try (StoreLock use = store.use()) {
            StoredImage base = image();
            Descriptor manifest = new Commit(store, sandboxes.get(), stored())
                    .run(base, request.message, request.author, request.changes);
            store.images().keep(manifest);
            for (ImageReference tag : request.tags) {
                store.images().tag(tag, manifest);
            }
            return new Image(store, store.images().of(manifest.digest()));
        }
    }

    private StoredImage image() throws IOException {
        Digest manifest = folder.identity()
                .manifest()
                .orElseThrow(() -> new EngineException("container " + name() + " was made of no image"));
        return store.images().of(manifest);
    }

    /** What it changed of the files of its image, sorted by path. */
    public List<FileChange> changes() throws IOException {
        try (ContainerView view = view()) {
            return view.changes();
        }
    }

    /** Writes all its files as an archive that {@link Engine} can import. */
    public void export(OutputStream archive) throws IOException {
        try (ContainerView view = view()) {
            new Export(view.root()).all(archive);
        }
    }

    /**
     * Copies a file or folder of the container to this machine. What is mounted in it is not seen. Onto a folder it is copied
     * into it; with {@code /.} at its end only what it holds is.
     *
     * @throws IOException where it has no such file, or something is in the way
     */
    public void copyOut(String from, String to) throws IOException {
        copyOut(from, to, false);
    }

    /** @param followLink whether what a symlink leads to is copied where one is named */
    public void copyOut(String from, String to, boolean followLink) throws IOException {
        try (ContainerView view = view()) {
            new CopyOut(view.root(), followLink).to(from, to);
        }
    }

    /** Writes a file or folder of the container as an archive. */
    public void copyOut(String from, OutputStream archive, boolean followLink) throws IOException {
        try (ContainerView view = view()) {
            new CopyOut(view.root(), followLink).asArchive(from, archive);
        }
    }

    /**
     * Copies a file or folder of this machine into the container, which does not run. There it is root's.
     *
     * @throws IOException where there is no such file, or something is in the way
     * @throws dev.varve.store.StoreException where the container runs
     */
    public void copyIn(String from, String to) throws IOException, InterruptedException {
        copyIn(from, to, false, false);
    }

    /**
     * @param owned whether files keep the numbers of their owners
     * @param followLink whether what a symlink leads to is copied where one is named
     */
    public void copyIn(String from, String to, boolean owned, boolean followLink)
            throws IOException, InterruptedException {
        new FilesIn(store, sandboxes.get(), stored()).copy(from, to, owned, followLink);
    }

    /** Unpacks an archive, compressed or not, in a folder of the container, which does not run. */
    public void copyIn(InputStream archive, String to, boolean owned) throws IOException, InterruptedException {
        new FilesIn(store, sandboxes.get(), stored()).unpack(archive, to, owned);
    }

    /** Its files as they are now, to be closed. What is mounted in it is not seen. */
    public ContainerView view() throws IOException {
        return new ContainerView(store, sandboxes.get(), stored());
    }

    /** Gives it another name. */
    public void rename(String name) throws IOException {
        folder = store.containers().rename(folder, name);
    }

    /**
     * Removes it with all it wrote.
     *
     * @throws dev.varve.store.StoreException where it runs
     */
    public void remove() throws IOException, InterruptedException {
        new Ending(folder).remove(store, false);
    }

    /** Removes it, and ends it before where it runs. */
    public void removeByForce() throws IOException, InterruptedException {
        new Ending(folder).remove(store, true);
    }
}
