package dev.varve.junit;

import dev.varve.image.Digest;
import dev.varve.junit.files.ImageFileSystem;
import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A layer of an image. */
public final class ImageLayer {
    private final int index;
    private final Digest diffId;
    private final String instruction;
    private final Layer layer;
    private final ImageFileSystem files;

    ImageLayer(int index, Digest diffId, String instruction, Layer layer, ImageFileSystem files) {
        this.index = index;
        this.diffId = diffId;
        this.instruction = instruction;
        this.layer = layer;
        this.files = files;
    }

    /** Its place, from 0 for the lowest. */
    public int index() {
        return index;
    }

    /** The digest of its uncompressed archive. */
    public Digest diffId() {
        return diffId;
    }

    /** What made it, as the image's history shows it; empty where that does not say. */
    public String instruction() {
        return instruction;
    }

    /** The bytes of its uncompressed archive. */
    public long size() {
        return Unchecked.get(() -> Files.size(layer.path()));
    }

    /** Everything in it, with what it removes from the layers below. */
    public List<LayerEntry> entries() {
        return layer.entries();
    }

    /** Its own files, without those of the layers below. */
    public ImageFileSystem files() {
        return files;
    }

    /** A path of its own files. */
    public Path path(String path) {
        return files.getPath(path);
    }

    /** The paths that it removes from the layers below, each with a slash before it. */
    public List<String> removed() {
        return entries().stream()
                .filter(entry -> entry.kind() == LayerEntry.Kind.WHITEOUT)
                .map(entry -> "/" + entry.path())
                .toList();
    }

    @Override
    public String toString() {
        return "layer " + (index + 1) + (instruction.isEmpty() ? "" : " (" + instruction + ")");
    }
}
