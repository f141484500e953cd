package dev.varve.engine.container;

import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
import dev.varve.layer.RootFileSystem;
import dev.varve.sandbox.Sandbox;
import dev.varve.store.Store;
import dev.varve.store.WorkFolder;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files of a container as they were when this was made: those of its image and what it changed. Nothing is mounted for
 * it, so what was mounted in the container is not seen.
 */
public final class ContainerView implements Closeable {
    private static final int BUFFER = 128 << 10;

    private final ContainerFiles files;
    private final WorkFolder work;
    private final Layer changes;

    public ContainerView(Store store, Sandbox sandbox, StoredContainer container) throws IOException {
        files = new ContainerFiles(store, container.folder());
        work = store.workFolder();
        boolean whole = false;
        try {
            Path archive = work.path().resolve("changes");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive), BUFFER)) {
                Path upper = container.folder().upper();
                sandbox.pack(Launch.sandboxFolder(container.folder()), upper, files.base(), out);
            }
            changes = Layer.open(archive);
            whole = true;
        } finally {
            if (!whole) {
                work.close();
                files.close();
            }
        }
    }

    /** All of it. */
    public RootFileSystem root() throws IOException {
        return files.base().with(changes);
    }

    /** What it began with. */
    RootFileSystem base() throws IOException {
        return files.base();
    }

    /** What it changed, sorted by path. */
    public List<FileChange> changes() throws IOException {
        RootFileSystem base = files.base();
        List<FileChange> list = new ArrayList<>();
        for (LayerEntry entry : changes.entries()) {
            FileChange.Kind kind =
                    base.find(entry.path()).isPresent() ? FileChange.Kind.CHANGED : FileChange.Kind.ADDED;
            list.add(
                    new FileChange(entry.kind() == Kind.WHITEOUT ? FileChange.Kind.DELETED : kind, "/" + entry.path()));
        }
        list.sort(Comparator.comparing(FileChange::path));
        return list;
    }

    @Override
    public void close() throws IOException {
        try (files;
                work) {
            changes.close();
        }
    }
}
