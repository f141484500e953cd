package dev.varve.layer;

import dev.varve.context.BuildContext;
import dev.varve.context.LinkResolver;
import dev.varve.context.SlashPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The file system that a stack of layers makes, without unpacking any: what overlayfs would show. Paths are relative to the
 * root; a leading slash, {@code .} and {@code ..} are understood, and nothing leads out of the root. Immutable, put together
 * when it is first looked at, safe for use by several threads. The layers must stay open.
 *
 * <p>A folder that a layer implies but has no entry for keeps the mode and owner it has below; where there is none, it is
 * root's with mode 0755.
 */
public final class RootFileSystem {
    private final @Nullable RootFileSystem below;
    private final @Nullable Layer top;
    private @Nullable TreeNode tree;

    private RootFileSystem(@Nullable RootFileSystem below, @Nullable Layer top) {
        this.below = below;
        this.top = top;
    }

    /** Of these layers, lowest first. */
    public static RootFileSystem of(List<Layer> layers) {
        RootFileSystem stack = new RootFileSystem(null, null);
        for (Layer layer : layers) {
            stack = stack.with(layer);
        }
        return stack;
    }

    /** This with one more layer on top. It takes time for what the layer holds, not for what is below. */
    public RootFileSystem with(Layer layer) {
        return new RootFileSystem(this, layer);
    }

    private TreeNode tree() {
        Deque<RootFileSystem> unmerged = new ArrayDeque<>();
        RootFileSystem at = this;
        while (at.below != null && at.merged() == null) {
            unmerged.push(at);
            at = at.below;
        }
        TreeNode merged = at.merge(null);
        for (RootFileSystem one : unmerged) {
            merged = one.merge(merged);
        }
        return merged;
    }

    private synchronized @Nullable TreeNode merged() {
        return tree;
    }

    private synchronized TreeNode merge(@Nullable TreeNode lower) {
        if (tree == null) {
            tree = lower == null || top == null ? Merge.nothing() : Merge.over(lower, top);
        }
        return tree;
    }

    /** The root folder itself. */
    public Node root() {
        return tree().node;
    }

    /** What has this very path, no symlinks followed on the way. */
    public Optional<Node> find(String path) {
        return Optional.ofNullable(treeNode(path)).map(found -> found.node);
    }

    private @Nullable TreeNode treeNode(String path) {
        TreeNode at = tree();
        String clean = SlashPath.inContext(path);
        for (int start = 0; at != null && start < clean.length(); ) {
            int slash = clean.indexOf('/', start);
            int end = slash < 0 ? clean.length() : slash;
            at = at.child(clean.substring(start, end));
            start = end + 1;
        }
        return at;
    }

    /**
     * What this path leads to, all symlinks followed, the last one too. They are resolved within the root: {@code ..} stops
     * there, absolute ones start there.
     *
     * @return empty where nothing is there, or after 255 symlinks
     */
    public Optional<Node> resolve(String path) {
        return realPath(path, true).flatMap(this::find);
    }

    /**
     * Where this path leads to whether or not something is there: the path without symlinks, so that what is put at it ends
     * up where the programs of the image would find it. Names that are not there are taken as they come.
     *
     * @param followLast whether a symlink at the very end is followed too
     * @return empty after 255 symlinks
     */
    public Optional<String> realPath(String path, boolean followLast) {
        return new LinkResolver(this::linkTarget).resolve(path, followLast);
    }

    private @Nullable String linkTarget(String path) {
        TreeNode found = treeNode(path);
        return found != null && found.node.isSymlink() ? found.node.entry().linkTarget() : null;
    }

    /** What lies directly in this folder, sorted by name; none where it is no folder. No symlinks are followed. */
    public List<Node> children(String folder) {
        TreeNode found = treeNode(folder);
        return found == null
                ? List.of()
                : found.children().values().stream().map(child -> child.node).toList();
    }

    /** Everything below this folder at any depth, each folder before what it holds, sorted by name. */
    public List<Node> below(String folder) {
        List<Node> all = new ArrayList<>();
        TreeNode found = treeNode(folder);
        if (found != null) {
            walk(found, all::add);
        }
        return all;
    }

    private static void walk(TreeNode top, Consumer<Node> visit) {
        Deque<TreeNode> stack = new ArrayDeque<>();
        push(top, stack);
        while (!stack.isEmpty()) {
            TreeNode next = stack.pop();
            visit.accept(next.node);
            push(next, stack);
        }
    }

    private static void push(TreeNode folder, Deque<TreeNode> stack) {
        List<TreeNode> children = new ArrayList<>(folder.children().values());
        for (int i = children.size() - 1; i >= 0; i--) {
            stack.push(children.get(i));
        }
    }

    /**
     * The bytes of a file. The stream need not be buffered.
     *
     * @throws IllegalArgumentException where it is no file
     */
    public InputStream open(Node file) throws IOException {
        return file.open();
    }

    /**
     * The same as a build context, for content-based cache keys: with owners, and with the SHA-256 of files that are asked
     * for. It stays as it is, whatever is laid over this file system.
     */
    public BuildContext asBuildContext() {
        return new LayerContext(this);
    }
}
