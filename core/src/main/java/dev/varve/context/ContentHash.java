package dev.varve.context;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a build context goes into a cache key, with the semantics of BuildKit's {@code cache/contenthash}: type, mode,
 * size, owner, link target, extended attributes, bytes and path count; times do not. One instance serves one context and
 * remembers what it computed. Not for use by several threads at once.
 *
 * <p>This is the key of a context sent afresh. A BuildKit that has seen an earlier state of the same folder compares first
 * and misses some changes ({@code fsutil/diff_containerd.go}, {@code diskwriter.go}): another mode of a folder it knows,
 * other extended attributes alone, other bytes of the same size and modification time.
 */
public final class ContentHash {
    private static final byte[] NONE = {};
    private static final int SEVERAL = 2;
    private static final int FAILED = 3;

    private final FileTree tree;
    private final SelectorFinder finder;
    private final FolderSums folders;
    private final @Nullable FolderSums known;
    private final Sum sum = new Sum();

    /** For this context. */
    public ContentHash(BuildContext context) {
        this(context, null);
    }

    private ContentHash(BuildContext context, @Nullable FolderSums known) {
        this.tree = context.tree();
        this.finder = new SelectorFinder(tree);
        this.folders = new FolderSums(context);
        this.known = known;
    }

    /**
     * For another state of this context. Its digests are those of a new instance, and had sooner where folders are as they are
     * here. It reads of this one while it is asked.
     */
    public ContentHash next(BuildContext context) {
        return new ContentHash(context, folders);
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
            Coverage.add(selected, tree, covered);
        }
        folders.digests().load(covered);
        List<byte[]> several = new ArrayList<>();
        for (Selected selected : found) {
            several.add(selected.problems().isEmpty() ? sum(selected) : NONE);
        }
        for (int i = 0; i < found.size(); i++) {
            write(found.get(i), several.get(i));
        }
        return new Selection(Sha256.name(sum.finish()), folders, covered, problems);
    }

    /** Sums up the folders of a selection, and where its paths are named in the key, these. */
    private byte[] sum(Selected selected) {
        for (Selected.Path path : selected.paths()) {
            if (path.whole()) {
                folders.add(path.index(), known, sum);
            }
        }
        if (selected.single()) {
            return NONE;
        }
        for (Selected.Path path : selected.paths()) {
            sum.text(path.name(), path.name().isEmpty() ? 0 : 1);
            folders.write(path.index(), path.whole(), sum);
        }
        return sum.finish();
    }

    private void write(Selected selected, byte[] several) {
        if (!selected.problems().isEmpty()) {
            sum.number(FAILED);
            sum.text(selected.problems().toString());
        } else if (selected.single()) {
            folders.write(
                    selected.paths().get(0).index(), selected.paths().get(0).whole(), sum);
        } else {
            sum.number(SEVERAL);
            sum.bytes(several);
        }
    }
}
