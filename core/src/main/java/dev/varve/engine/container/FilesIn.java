package dev.varve.engine.container;

import dev.varve.layer.Layer;
import dev.varve.layer.LayerCompression;
import dev.varve.sandbox.Sandbox;
import dev.varve.sandbox.SandboxException;
import dev.varve.sandbox.SandboxSupport;
import dev.varve.store.Store;
import dev.varve.store.StoreLock;
import dev.varve.store.WorkFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts files into a container that does not run. */
public final class FilesIn {
    private final Store store;
    private final Sandbox sandbox;
    private final StoredContainer container;

    public FilesIn(Store store, Sandbox sandbox, StoredContainer container) {
        this.store = store;
        this.sandbox = sandbox;
        this.container = container;
    }

    @FunctionalInterface
    private interface Writing {
        void write(ContainerView view, OutputStream out) throws IOException;
    }

    /**
     * Copies a file or folder of the machine.
     *
     * @param owned whether files keep their owners; otherwise they are root's
     * @throws dev.varve.store.StoreException where the container runs
     */
    public void copy(String from, String to, boolean owned, boolean followLink)
            throws IOException, InterruptedException {
        put((view, out) -> new CopyIn(view, owned).write(from, to, followLink, out));
    }

    /**
     * Unpacks an archive, compressed or not.
     *
     * @param to a folder of the container that is there
     * @throws dev.varve.store.StoreException where the container runs
     */
    public void unpack(InputStream archive, String to, boolean owned) throws IOException, InterruptedException {
        try (WorkFolder work = store.workFolder()) {
            Path plain = work.path().resolve("archive");
            long room = Files.getFileStore(work.path()).getUsableSpace();
            try (InputStream in = LayerCompression.decompress(archive, "the archive", room)) {
                Files.copy(in, plain);
            }
            try (Layer layer = Layer.open(plain)) {
                put((view, out) -> new CopyIn(view, owned).write(layer, to, out));
            }
        }
    }

    @SuppressWarnings("try")
    private void put(Writing writing) throws IOException, InterruptedException {
        try (StoreLock lock = Locks.take(container.folder());
                WorkFolder work = store.workFolder();
                ContainerView view = new ContainerView(store, sandbox, container)) {
            Path archive = work.path().resolve("files");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
                writing.write(view, out);
            }
            try (Layer layer = Layer.open(archive)) {
                sandbox.unpack(layer, view.root(), container.folder().upper());
            } catch (SandboxException e) {
                throw SandboxSupport.explain(e, work.path());
            }
        }
    }
}
