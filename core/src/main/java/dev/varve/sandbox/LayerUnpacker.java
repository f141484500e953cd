package dev.varve.sandbox;

import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
import dev.varve.layer.LayerWriter;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a layer as the tar of a folder that overlayfs takes for a lower one: what is removed is a device 0/0, a folder whose
 * lower content is hidden says so in an attribute.
 */
final class LayerUnpacker {
    private static final byte[] YES = "y".getBytes(StandardCharsets.US_ASCII);

    private final Layer layer;
    private final RootFileSystem below;
    private final Ids ids;
    private final Set<String> folders = new HashSet<>();
    private final Set<String> opaque = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private final Set<String> leftOut = new HashSet<>();
    private final List<String> notes = new ArrayList<>();

    LayerUnpacker(Layer layer, RootFileSystem below, Ids ids) {
        this.layer = layer;
        this.below = below;
        this.ids = ids;
        for (LayerEntry entry : layer.entries()) {
            if (entry.kind() == Kind.DIRECTORY) {
                folders.add(entry.path());
            } else if (entry.kind() == Kind.OPAQUE) {
                opaque.add(entry.path());
            }
        }
    }

    /** What cannot be unpacked here, for people. */
    List<String> notes() {
        return notes;
    }

    void writeTo(OutputStream out) throws IOException {
        try (LayerWriter tar = LayerWriter.keepingFractions(out)) {
            if (opaque.contains("")) {
                hideRoot(tar);
            }
            for (LayerEntry entry : layer.entries()) {
                add(tar, entry);
            }
        }
    }

    /** The root of a lower folder cannot be opaque, so each of the names below is removed that is not here again. */
    private void hideRoot(LayerWriter tar) throws IOException {
        Set<String> here = new HashSet<>();
        for (LayerEntry entry : layer.entries()) {
            String path = entry.path();
            here.add(path.indexOf('/') < 0 ? path : path.substring(0, path.indexOf('/')));
        }
        for (var node : below.children("")) {
            if (here.contains(node.path())) {
                opaque.add(node.path());
            } else {
                tar.add(whiteout(node.path()));
            }
        }
    }

    private static LayerEntry whiteout(String path) {
        LayerEntry removed = LayerEntry.whiteout(path);
        return new LayerEntry(
                path, Kind.CHARACTER_DEVICE, 0, 0, 0, removed.modified(), 0, "", 0, 0, removed.attributes());
    }

    private void add(LayerWriter tar, LayerEntry entry) throws IOException {
        addParents(tar, entry.path());
        switch (entry.kind()) {
            case FILE -> {
                try (InputStream content = layer.open(entry)) {
                    tar.add(entry, content);
                }
            }
            case DIRECTORY -> addFolder(tar, entry);
            case WHITEOUT -> tar.add(whiteout(entry.path()));
            case OPAQUE -> {
                if (!folders.contains(entry.path()) && !entry.path().isEmpty()) {
                    addImplied(tar, entry.path());
                }
            }
            case CHARACTER_DEVICE, BLOCK_DEVICE -> addDevice(tar, entry);
            case HARD_LINK -> {
                if (!leftOut.contains(entry.linkTarget())) {
                    tar.add(entry);
                }
            }
            case SYMLINK, FIFO -> tar.add(entry);
        }
    }

    private void addDevice(LayerWriter tar, LayerEntry device) throws IOException {
        if (ids.inUserNamespace()) {
            leftOut.add(device.path());
            notes.add("/" + device.path() + " is a device, which only root can make: it is left out");
        } else {
            tar.add(device);
        }
    }

    private void addFolder(LayerWriter tar, LayerEntry folder) throws IOException {
        written.add(folder.path());
        if (!opaque.contains(folder.path())) {
            tar.add(folder);
            return;
        }
        Map<String, byte[]> attributes = new TreeMap<>(folder.attributes());
        attributes.put(ids.overlayAttribute("opaque"), YES);
        tar.add(folder.withAttributes(attributes));
    }

    /** Folders that have no entry look as they do below. */
    private void addParents(LayerWriter tar, String path) throws IOException {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (!folders.contains(folder)) {
                addImplied(tar, folder);
            }
        }
    }

    private void addImplied(LayerWriter tar, String path) throws IOException {
        if (written.contains(path)) {
            return;
        }
        LayerEntry folder = LayerEntry.directory(path, 0755);
        var there = below.find(path);
        addFolder(
                tar,
                there.isPresent() && there.get().isDirectory() ? there.get().entry() : folder);
    }
}
