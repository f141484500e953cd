package dev.varve.layer.waste;

import dev.varve.layer.LayerEntry;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A layer's paths as dive has them, or those of several layers on one another. */
final class DiveTree {
    private static final String WHITEOUT = ".wh.";

    /** A path: what an archive says of it, or nothing where it is only implied. */
    static final class Node {
        final TreeMap<String, Node> children = new TreeMap<>();
        long size;
        boolean folder;

        static boolean isWhiteout(String name) {
            return name.startsWith(WHITEOUT);
        }

        /** The sizes of all that is here and below. */
        long bytes() {
            return size + children.values().stream().mapToLong(Node::bytes).sum();
        }
    }

    final Node root = new Node();
    private long bytes;

    static DiveTree of(List<LayerEntry> entries) {
        DiveTree tree = new DiveTree();
        for (LayerEntry entry : entries) {
            boolean whiteout = entry.kind() == LayerEntry.Kind.WHITEOUT;
            boolean opaque = entry.kind() == LayerEntry.Kind.OPAQUE;
            tree.add(whiteout ? whiteoutOf(entry.path()) : entry.path(), entry, opaque);
            tree.bytes += entry.size();
        }
        return tree;
    }

    private static String whiteoutOf(String path) {
        int name = path.lastIndexOf('/') + 1;
        return path.substring(0, name) + WHITEOUT + path.substring(name);
    }

    /** An opaque folder's mark is left out, the folder is not. */
    private void add(String path, LayerEntry entry, boolean opaque) {
        Node node = root;
        for (String name : path.split("/", -1)) {
            node = node.children.computeIfAbsent(name, child -> new Node());
        }
        if (!opaque) {
            node.size = entry.size();
            node.folder = entry.kind() == LayerEntry.Kind.DIRECTORY;
        }
    }

    /** The sizes of the archive's entries. */
    long bytes() {
        return bytes;
    }

    /** What has this path; null where nothing has. */
    @Nullable
    Node find(String path) {
        Node node = root;
        for (String name : path.split("/", -1)) {
            node = node == null ? null : node.children.get(name);
        }
        return node;
    }

    /** Lays another tree on this one. */
    void stack(DiveTree upper) {
        stack(root, upper.root);
    }

    /** What is only implied takes the place of what was said below, as it does in dive. */
    private static void stack(Node lower, Node upper) {
        upper.children.forEach((name, child) -> {
            if (Node.isWhiteout(name)) {
                lower.children.remove(name.substring(WHITEOUT.length()));
            } else {
                Node below = lower.children.computeIfAbsent(name, missing -> new Node());
                stack(below, child);
                below.size = child.size;
                below.folder = child.folder;
            }
        });
    }
}
