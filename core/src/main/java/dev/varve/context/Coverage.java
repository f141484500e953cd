package dev.varve.context;

import java.util.BitSet;
import java.util.List;

/** Which entries of a tree selectors select, without a look at what is in them. */
public final class Coverage {
    private Coverage() {}

    /** Every entry that takes part; no selector means the whole tree. What is not there is left out. */
    public static List<Entry> of(FileTree tree, List<Selector> selectors) {
        SelectorFinder finder = new SelectorFinder(tree);
        BitSet covered = new BitSet(tree.size());
        for (Selector selector : SelectorSet.distinct(selectors)) {
            add(finder.find(selector), tree, covered);
        }
        return covered.stream().mapToObj(tree.entries()::get).toList();
    }

    static void add(Selected selected, FileTree tree, BitSet covered) {
        for (Selected.Path path : selected.paths()) {
            path.links().forEach(link -> covered.set(tree.indexOf(link.path())));
            int first = Math.max(path.index(), 0);
            int end = path.index() == Selected.ROOT ? tree.size() : tree.end(path.index());
            covered.set(first, path.whole() ? end : first + 1);
        }
    }
}
