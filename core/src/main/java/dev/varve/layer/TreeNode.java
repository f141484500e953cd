package dev.varve.layer;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A node with what it holds. Trees share what is equal in them: a node may only be changed by the {@link Merge} that made
 * it, which is its owner.
 */
final class TreeNode {
    final Merge owner;
    Node node;
    /** By name; null where it holds nothing. */
    private @Nullable TreeMap<String, TreeNode> children;

    TreeNode(Merge owner, Node node, @Nullable TreeNode like) {
        this.owner = owner;
        this.node = node;
        this.children = like == null || like.children == null ? null : new TreeMap<>(like.children);
    }

    @Nullable
    TreeNode child(String name) {
        return children == null ? null : children.get(name);
    }

    SortedMap<String, TreeNode> children() {
        return children == null ? new TreeMap<>() : children;
    }

    void put(String name, TreeNode child) {
        if (children == null) {
            children = new TreeMap<>();
        }
        children.put(name, child);
    }

    void remove(String name) {
        if (children != null) {
            children.remove(name);
        }
    }

    void clear() {
        children = null;
    }
}
