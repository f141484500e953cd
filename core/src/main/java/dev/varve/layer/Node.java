package dev.varve.layer;

import dev.varve.layer.LayerEntry.Kind;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A path of a {@link RootFileSystem}, and the layer that it comes from. */
public final class Node {
    private final LayerEntry entry;
    private final @Nullable Layer layer;
    private final int index;

    /** @param layer null for a folder that no layer has an entry for */
    Node(LayerEntry entry, @Nullable Layer layer, int index) {
        this.entry = entry;
        this.layer = layer;
        this.index = index;
    }

    /** An entry of a layer; of a hard link, what it is a name of. */
    static Node of(Layer layer, int index) {
        LayerEntry entry = layer.entries().get(index);
        int original = layer.original(index);
        return original == index
                ? new Node(entry, layer, index)
                : new Node(layer.entries().get(original).withPath(entry.path()), layer, original);
    }

    /**
     * What it is: a {@link Kind#FILE}, {@link Kind#DIRECTORY}, {@link Kind#SYMLINK}, {@link Kind#FIFO} or device. Its path is
     * the one in the file system; a hard link is told as what it is a name of.
     */
    public LayerEntry entry() {
        return entry;
    }

    /** The path in the file system, without a leading slash; empty for the root. */
    public String path() {
        return entry.path();
    }

    public boolean isFile() {
        return entry.kind() == Kind.FILE;
    }

    public boolean isDirectory() {
        return entry.kind() == Kind.DIRECTORY;
    }

    public boolean isSymlink() {
        return entry.kind() == Kind.SYMLINK;
    }

    /** Where it comes from; empty for the root and for folders that no layer has an entry for. */
    public Optional<Layer> layer() {
        return Optional.ofNullable(layer);
    }

    /** Equal for the names of one file (hard links), as an inode number is; empty for what has no other name. */
    public Optional<Object> sharedFile() {
        return layer != null && layer.hasSeveralNames(index)
                ? Optional.of(new SharedFile(layer, index))
                : Optional.empty();
    }

    /** @throws IllegalArgumentException where it is no file */
    InputStream open() {
        if (layer == null || !isFile()) {
            throw new IllegalArgumentException("not a file: '" + path() + "'");
        }
        return layer.open(index);
    }

    @Override
    public String toString() {
        return entry.kind() + " /" + LayerException.shown(path());
    }

    private record SharedFile(Layer layer, int index) {}
}
