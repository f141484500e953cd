package dev.varve.layer;

import dev.varve.context.SlashPath;
import dev.varve.layer.LayerEntry.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays a layer over a tree, as overlayfs shows one folder over another: what the layer removes goes first, then its folders
 * take the place of what is no folder and its other entries that of everything; the tree below stays as it is.
 */
final class Merge {
    private final TreeNode root;
    private final Map<String, TreeNode> folders = new HashMap<>();

    private Merge(TreeNode below) {
        this.root = new TreeNode(this, below.node, below);
    }

    private Merge() {
        this.root = new TreeNode(this, new Node(LayerEntry.directory("", 0755), null, -1), null);
    }

    static TreeNode nothing() {
        return new Merge().root;
    }

    static TreeNode over(TreeNode below, Layer layer) {
        Merge merge = new Merge(below);
        List<LayerEntry> entries = layer.entries();
        for (LayerEntry entry : entries) {
            merge.remove(entry);
        }
        for (int i = 0; i < entries.size(); i++) {
            merge.put(entries.get(i), layer, i);
        }
        return merge.root;
    }

    private void remove(LayerEntry entry) {
        if (entry.kind() == Kind.OPAQUE) {
            folder(entry.path()).clear();
            folders.clear();
        } else if (entry.kind() == Kind.WHITEOUT) {
            folder(SlashPath.parent(entry.path())).remove(entry.name());
            folders.clear();
        }
    }

    private void put(LayerEntry entry, Layer layer, int index) {
        if (entry.kind() == Kind.OPAQUE || entry.kind() == Kind.WHITEOUT) {
            return;
        }
        Node node = Node.of(layer, index);
        if (entry.kind() == Kind.DIRECTORY) {
            folder(entry.path()).node = node;
        } else {
            folder(SlashPath.parent(entry.path())).put(entry.name(), new TreeNode(this, node, null));
        }
    }

    /** This folder, to be changed; made where it is not there, or where something else is. */
    private TreeNode folder(String path) {
        if (path.isEmpty()) {
            return root;
        }
        TreeNode known = folders.get(path);
        if (known != null) {
            return known;
        }
        TreeNode parent = folder(SlashPath.parent(path));
        String name = SlashPath.base(path);
        TreeNode mine = own(parent.child(name), path);
        parent.put(name, mine);
        folders.put(path, mine);
        return mine;
    }

    private TreeNode own(@Nullable TreeNode there, String path) {
        if (there == null || !there.node.isDirectory()) {
            return new TreeNode(this, new Node(LayerEntry.directory(path, 0755), null, -1), null);
        }
        return there.owner == this ? there : new TreeNode(this, there.node, there);
    }
}
