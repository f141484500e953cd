package dev.varve.lint.history.replay;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Folds the paths that made a step run again into a few that can be read. */
public final class BlameGroups {
    public static final int MOST = 8;

    private final Node root = new Node("");

    private static final class Node {
        private final String path;
        private final BitSet commits = new BitSet();
        private final Map<String, Node> children = new TreeMap<>();

        Node(String path) {
            this.path = path;
        }

        Blame blame() {
            return new Blame(children.isEmpty() ? path : path + "/**", commits.cardinality());
        }
    }

    /** A path took part at a commit. */
    public void add(int commit, String path) {
        Node node = root;
        node.commits.set(commit);
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String here = path.substring(0, end);
            node = node.children.computeIfAbsent(path.substring(start, end), name -> new Node(here));
            node.commits.set(commit);
            start = end + 1;
        }
    }

    /** The worst first. A folder is opened while what it holds has room; one with a single entry always. */
    public List<Blame> fold() {
        List<Node> groups = new ArrayList<>(root.children.values());
        while (true) {
            groups.sort(Comparator.comparingInt((Node node) -> -node.commits.cardinality())
                    .thenComparing(node -> node.path));
            int room = MOST - groups.size();
            Node open = groups.stream()
                    .limit(MOST)
                    .filter(node ->
                            node.children.size() == 1 || (!node.children.isEmpty() && node.children.size() - 1 <= room))
                    .findFirst()
                    .orElse(null);
            if (open == null) {
                break;
            }
            groups.remove(open);
            groups.addAll(open.children.values());
        }
        return groups.stream().limit(MOST).map(Node::blame).toList();
    }
}
