package dev.varve.layer.waste;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often and with how many bytes each path is in a layer, as dive counts it. */
final class DivePaths {
    private static final class Count {
        long all;
        /** Stays as it is where a layer removes what was never there, as it does in dive. */
        long smallest = -1;

        int layers;
    }

    private final Map<String, Count> counts = new HashMap<>();

    /** @param below what the layers below make */
    void visit(DiveTree layer, DiveTree below) {
        visit(layer.root, "", below);
    }

    /** Leaves only, in the order of their names. The rest of a layer counts for nothing behind a whiteout of what is not there. */
    private boolean visit(DiveTree.Node node, String path, DiveTree below) {
        for (Map.Entry<String, DiveTree.Node> child : node.children.entrySet()) {
            String name = child.getKey();
            boolean whiteout = DiveTree.Node.isWhiteout(name);
            String childPath = (path.isEmpty() ? "" : path + "/") + (whiteout ? name.substring(4) : name);
            if (!child.getValue().children.isEmpty()) {
                if (!visit(child.getValue(), childPath, below)) {
                    return false;
                }
            } else if (whiteout) {
                DiveTree.@Nullable Node removed = below.find(childPath);
                if (removed == null) {
                    counts.putIfAbsent(childPath, new Count());
                    return false;
                }
                count(childPath, removed.folder ? removed.bytes() : 0);
            } else {
                count(childPath, child.getValue().size);
            }
        }
        return true;
    }

    private void count(String path, long size) {
        Count count = counts.computeIfAbsent(path, missing -> new Count());
        count.all += size;
        count.smallest = count.smallest < 0 ? size : Math.min(count.smallest, size);
        count.layers++;
    }

    double efficiency() {
        long all = counts.values().stream().mapToLong(count -> count.all).sum();
        long needed =
                counts.values().stream().mapToLong(count -> count.smallest).sum();
        return all == 0 ? 1 : (double) needed / all;
    }

    long wastedBytes() {
        return counts.values().stream()
                .filter(count -> count.layers > 1)
                .mapToLong(count -> count.all)
                .sum();
    }
}
