package dev.varve.engine.overlay;

import dev.varve.engine.files.DraftWriter;
import dev.varve.engine.files.LayerDraft;
import dev.varve.image.Digest;
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

    /** The folders of these layers, lowest first, unpacked where they are not yet. */
    public List<Path> lowerFolders(List<Digest> stack) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Digest diffId : stack) {
            folders.add(store.snapshots().require(diffId, folder -> unpack(diffId, folder)));
        }
        if (folders.isEmpty()) {
            Digest empty = store.blobs().write(EMPTY);
            folders.add(store.snapshots().require(empty, folder -> unpack(empty, folder)));
        }
        return folders;
    }

    private void unpack(Digest diffId, Path folder) throws IOException {
        pending(store.layers().require(diffId), folder);
    }

    private void pending(Path from, Path to) throws IOException {
        throw new IOException(sandbox.name() + " cannot move layers yet: " + from + " " + to);
    }

    /** Unpacks what a draft holds. */
    public void layOut(LayerDraft draft, Path folder) throws IOException {
        try (WorkFolder work = store.workFolder()) {
            Path archive = work.path().resolve("archive");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive), BUFFER)) {
                DraftWriter.write(draft, out);
            }
            pending(archive, folder);
        }
    }

    /**
     * Keeps what was written to an upper folder as a layer.
     *
     * @param below the file system that the upper folder lay over; what is as it was there is left out
     * @return the diff ID
     */
    public Digest pack(Path upper, RootFileSystem below) throws IOException {
        try (BlobWriter blob = store.blobs().create()) {
            OutputStream buffered = new BufferedOutputStream(blob, BUFFER);
            pending(upper, store.home());
            buffered.flush();
            return blob.commit();
        }
    }
}
