package dev.varve.engine.overlay;

import dev.varve.engine.files.DraftWriter;
import dev.varve.engine.files.LayerDraft;
import dev.varve.engine.files.Stacks;
import dev.varve.image.Digest;
import dev.varve.layer.Layer;
import dev.varve.layer.RootFileSystem;
import dev.varve.sandbox.Sandbox;
import dev.varve.store.BlobWriter;
import dev.varve.store.Store;
import dev.varve.store.WorkFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts layers where a sandbox can mount them, and makes a layer of what was written. */
public final class Overlays {
    private static final int BUFFER = 128 << 10;
    /** A layer that holds nothing; an overlay needs one folder at least. */
    private static final byte[] EMPTY = new byte[1024];

    private final Store store;
    private final Sandbox sandbox;

    public Overlays(Store store, Sandbox sandbox) {
        this.store = store;
        this.sandbox = sandbox;
    }

    /**
     * The folders of these layers, lowest first, unpacked where they are not yet. An overlay refuses a folder that comes
     * twice; of a layer that does, the higher one hides all that the lower one does.
     */
    public List<Path> lowerFolders(List<Digest> stack, Stacks stacks) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < stack.size(); i++) {
            if (!stack.subList(i + 1, stack.size()).contains(stack.get(i))) {
                // only unpacking needs to know what lies below, and listing that takes time
                List<Digest> below = stack.subList(0, i);
                folders.add(lowerFolder(stack.get(i), () -> stacks.files(below)));
            }
        }
        if (folders.isEmpty()) {
            folders.add(lowerFolder(store.blobs().write(EMPTY), () -> RootFileSystem.of(List.of())));
        }
        return folders;
    }

    @FunctionalInterface
    private interface Below {
        RootFileSystem files() throws IOException;
    }

    private Path lowerFolder(Digest diffId, Below below) throws IOException {
        return store.snapshots()
                .require(diffId, folder -> unpack(store.layers().require(diffId), below.files(), folder));
    }

    private void unpack(Path archive, RootFileSystem below, Path folder) throws IOException {
        try (Layer layer = Layer.open(archive)) {
            sandbox.unpack(layer, below, folder);
        }
    }

    /** Unpacks what a draft holds. */
    public void layOut(LayerDraft draft, Path folder) throws IOException {
        try (WorkFolder work = store.workFolder()) {
            Path archive = work.path().resolve("archive");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive), BUFFER)) {
                DraftWriter.write(draft, out);
            }
            unpack(archive, RootFileSystem.of(List.of()), folder);
        }
    }

    /**
     * Keeps what was written to an upper folder as a layer.
     *
     * @param process the folder that the process was given for the sandbox's own files
     * @param below the file system that the upper folder lay over; what is as it was there is left out
     * @return the diff ID
     */
    public Digest pack(Path process, Path upper, RootFileSystem below) throws IOException {
        try (BlobWriter blob = store.blobs().create()) {
            OutputStream buffered = new BufferedOutputStream(blob, BUFFER);
            sandbox.pack(process, upper, below, buffered);
            buffered.flush();
            return blob.commit();
        }
    }
}
