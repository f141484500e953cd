package dev.varve.context;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What of a build context goes into a cache key, with the semantics of BuildKit's {@code cache/contenthash}: type, mode,
 * size, link target, extended attributes, bytes and path count; times and owners do not. One instance serves one context and
 * remembers what it computed. Not for use by several threads at once.
 *
 * <p>This is the key of a context sent afresh. A BuildKit that has seen an earlier state of the same folder compares first
 * and misses some changes ({@code fsutil/diff_containerd.go}, {@code diskwriter.go}): another mode of a folder it knows,
 * other extended attributes alone, other bytes of the same size and modification time.
 */
public final class ContentHash {
    private static final byte[] NONE = {};
    private static final int ROOT = 0;
    private static final int ENTRY = 1;
    private static final int SEVERAL = 2;
    private static final int FAILED = 3;

    private final FileTree tree;
    private final SelectorFinder finder;
    private final EntryDigests digests;
    private final Sum sum = new Sum();
    /** The digests of folders with all they hold; that of the root is first, for its index is -1. */
    private final byte[][] wholes;

    /** For this context. */
    public ContentHash(BuildContext context) {
        this.tree = context.tree();
        this.finder = new SelectorFinder(tree);
        this.digests = new EntryDigests(context);
        this.wholes = new byte[tree.size() + 1][];
        Arrays.fill(wholes, NONE);
    }

    /**
     * The content that a step with these selectors depends on; no selector means the whole context.
     *
     * @throws IOException if a digest cannot be had
     */
    public Selection of(List<Selector> selectors) throws IOException {
        List<Selected> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        BitSet covered = new BitSet(tree.size());
        for (Selector selector : SelectorSet.distinct(selectors)) {
            Selected selected = finder.find(selector);
            found.add(selected);
            problems.addAll(selected.problems());
            selected.paths().forEach(path -> cover(path, covered));
        }
        digests.load(covered);
        List<byte[]> several = new ArrayList<>();
        for (Selected selected : found) {
            several.add(selected.problems().isEmpty() ? sum(selected) : NONE);
        }
        for (int i = 0; i < found.size(); i++) {
            write(found.get(i), several.get(i));
        }
        return new Selection(Sha256.name(sum.finish()), digests, covered, problems);
    }

    private void cover(Selected.Path path, BitSet covered) {
        path.links().forEach(link -> covered.set(tree.indexOf(link.path())));
        int first = Math.max(path.index(), 0);
        covered.set(first, path.whole() ? end(path.index()) : first + 1);
    }

    private int end(int index) {
        return index == Selected.ROOT ? tree.size() : tree.end(index);
    }

    private boolean isFolder(int index) {
        return index == Selected.ROOT || tree.entries().get(index).type() == EntryType.DIRECTORY;
    }

    private byte[] whole(int folder) {
        return wholes[folder + 1];
    }

    /** Sums up the folders of a selection, and where its paths are named in the key, these. */
    private byte[] sum(Selected selected) {
        for (Selected.Path path : selected.paths()) {
            if (path.whole() && isFolder(path.index()) && whole(path.index()).length == 0) {
                sumFolders(path.index());
            }
        }
        if (selected.single()) {
            return NONE;
        }
        for (Selected.Path path : selected.paths()) {
            sum.text(path.name(), path.name().isEmpty() ? 0 : 1);
            write(path.index(), path.whole());
        }
        return sum.finish();
    }

    /**
     * Sums up a folder and all folders in it, from the last one back, so that what lies in a folder is there before it. A
     * folder is as good as a list of everything in it.
     */
    private void sumFolders(int top) {
        for (int folder = end(top) - 1; folder >= top; folder--) {
            if (isFolder(folder) && whole(folder).length == 0) {
                sum.text("");
                if (folder == Selected.ROOT) {
                    sum.number(ROOT);
                } else {
                    write(folder, false);
                }
                for (int child = folder + 1; child < end(folder); child = end(child)) {
                    String path = tree.entries().get(child).path();
                    sum.text(path, path.lastIndexOf('/') + 1);
                    write(child, true);
                }
                wholes[folder + 1] = sum.finish();
            }
        }
    }

    private void write(Selected selected, byte[] several) {
        if (!selected.problems().isEmpty()) {
            sum.number(FAILED);
            sum.text(selected.problems().toString());
        } else if (selected.single()) {
            write(selected.paths().get(0).index(), selected.paths().get(0).whole());
        } else {
            sum.number(SEVERAL);
            sum.bytes(several);
        }
    }

    private void write(int index, boolean whole) {
        if (whole && isFolder(index)) {
            sum.number(SEVERAL);
            sum.bytes(whole(index));
        } else {
            sum.number(ENTRY);
            digests.write(index, sum);
        }
    }
}
