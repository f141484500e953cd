package dev.varve.layer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows symlinks within a root, as the kernel does after {@code chroot}, but that missing folders do not stop it. */
final class LinkWalk {
    private final TreeNode root;

    LinkWalk(TreeNode root) {
        this.root = root;
    }

    /** Where a path leads to: names, and what is there. Null stands for what is not there; empty means too many symlinks. */
    private Optional<Deque<Step>> walk(String path, boolean followLast) {
        Deque<Step> steps = new ArrayDeque<>();
        Deque<String> names = new ArrayDeque<>();
        push(names, path);
        int links = 0;
        while (!names.isEmpty()) {
            String name = names.pop();
            if (name.equals("..")) {
                steps.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                TreeNode folder = steps.isEmpty() ? root : steps.getLast().node;
                TreeNode next = folder == null ? null : folder.child(name);
                if (next != null && next.node.isSymlink() && (followLast || !names.isEmpty())) {
                    if (++links > RootFileSystem.MOST_LINKS) {
                        return Optional.empty();
                    }
                    String target = next.node.entry().linkTarget();
                    if (target.startsWith("/")) {
                        steps.clear();
                    }
                    push(names, target);
                } else {
                    steps.addLast(new Step(name, next));
                }
            }
        }
        return Optional.of(steps);
    }

    private static void push(Deque<String> names, String path) {
        String[] all = path.split("/");
        for (int i = all.length - 1; i >= 0; i--) {
            names.push(all[i]);
        }
    }

    Optional<Node> node(String path) {
        return walk(path, true)
                .map(steps -> steps.isEmpty() ? root : steps.getLast().node)
                .map(found -> found.node);
    }

    Optional<String> realPath(String path, boolean followLast) {
        return walk(path, followLast)
                .map(steps -> String.join("/", steps.stream().map(Step::name).toList()));
    }

    private record Step(String name, @Nullable TreeNode node) {}
}
