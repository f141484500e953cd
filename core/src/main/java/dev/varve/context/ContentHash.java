package dev.varve.context;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    private static final byte[] NO_NAME = {};
    private static final byte[] ROOT_HEADER = Utf8.encode("root");

    private final BuildContext context;
    private final FileTree tree;
    private final SelectorFinder finder;
    private final byte[][] records;
    private final Map<Integer, EntryDigest> digests = new HashMap<>();
    private final Map<Integer, byte[]> wholes = new HashMap<>();

    /** For this context. */
    public ContentHash(BuildContext context) {
        this.context = context;
        this.tree = context.tree();
        this.finder = new SelectorFinder(tree);
        this.records = new byte[tree.size()][0];
    }

    /**
     * The content that a step with these selectors depends on; no selector means the whole context.
     *
     * @throws IOException if a digest cannot be had
     */
    public Selection of(List<Selector> selectors) throws IOException {
        List<Selected> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        BitSet covered = new BitSet();
        for (Selector selector : SelectorSet.distinct(selectors)) {
            Selected selected = finder.find(selector);
            found.add(selected);
            problems.addAll(selected.problems());
            selected.paths().forEach(path -> cover(path, covered));
        }
        context.prepare(covered.stream().mapToObj(tree.entries()::get).toList());
        Sum sum = new Sum();
        for (Selected selected : found) {
            sum.add(record(selected));
        }
        List<EntryDigest> entries = new ArrayList<>();
        for (int i = covered.nextSetBit(0); i >= 0; i = covered.nextSetBit(i + 1)) {
            entries.add(digest(i));
        }
        return new Selection(Sha256.name(sum.finish()), entries, problems);
    }

    private void cover(Selected.Path path, BitSet covered) {
        path.links().forEach(link -> covered.set(tree.indexOf(link.path())));
        int first = Math.max(path.index(), 0);
        covered.set(first, path.whole() ? end(path.index()) : first + 1);
    }

    private int end(int index) {
        return index == Selected.ROOT ? tree.size() : tree.end(index);
    }

    private byte[] record(Selected selected) throws IOException {
        if (!selected.problems().isEmpty()) {
            return Utf8.encode("failed " + selected.problems());
        }
        if (selected.single()) {
            return record(selected.paths().get(0));
        }
        Sum sum = new Sum();
        for (Selected.Path path : selected.paths()) {
            sum.add(Utf8.encode(path.name()));
            sum.add(record(path));
        }
        return sum.finish();
    }

    private byte[] record(Selected.Path path) throws IOException {
        return path.whole() && isFolder(path.index()) ? whole(path.index()) : record(path.index());
    }

    /** A folder with all it holds. The root's own header is the same for all contexts. */
    private byte[] whole(int folder) throws IOException {
        Deque<Open> open = new ArrayDeque<>();
        byte[] whole = wholes.get(folder);
        if (whole == null) {
            open.push(new Open(folder));
        }
        while (!open.isEmpty()) {
            Open current = open.getFirst();
            if (current.next == current.end) {
                whole = open.pop().sum.finish();
                wholes.put(current.folder, whole);
            } else if (isFolder(current.next) && !wholes.containsKey(current.next)) {
                open.push(new Open(current.next));
            } else {
                current.addNext();
            }
        }
        return Objects.requireNonNull(whole);
    }

    private boolean isFolder(int index) {
        return index == Selected.ROOT || tree.entries().get(index).type() == EntryType.DIRECTORY;
    }

    /** A folder of which the sum is being formed. */
    private final class Open {
        private final int folder;
        private final int end;
        private final Sum sum = new Sum();
        private int next;

        Open(int folder) throws IOException {
            this.folder = folder;
            this.end = end(folder);
            this.next = folder + 1;
            sum.add(NO_NAME);
            sum.add(folder == Selected.ROOT ? ROOT_HEADER : record(folder));
        }

        void addNext() throws IOException {
            sum.add(Utf8.encode("/" + tree.entries().get(next).name()));
            sum.add(isFolder(next) ? Objects.requireNonNull(wholes.get(next)) : record(next));
            next = end(next);
        }
    }

    /** Everything about one entry but its path and what it holds. */
    private byte[] record(int index) throws IOException {
        byte[] known = records[index];
        if (known.length == 0) {
            known = Utf8.encode(Header.of(digest(index)));
            records[index] = known;
        }
        return known;
    }

    private EntryDigest digest(int index) throws IOException {
        EntryDigest known = digests.get(index);
        if (known == null) {
            known = digest(tree.entries().get(index));
            digests.put(index, known);
        }
        return known;
    }

    private EntryDigest digest(Entry entry) throws IOException {
        String content = switch (entry.type()) {
            case FILE, CHARACTER_DEVICE, BLOCK_DEVICE -> context.digest(entry);
            case SOCKET -> Header.NO_BYTES;
            case DIRECTORY, SYMLINK, FIFO -> "";
        };
        boolean hasAttributes = entry.type() == EntryType.FILE || entry.type() == EntryType.DIRECTORY;
        return new EntryDigest(entry, content, hasAttributes ? Header.counted(context.attributes(entry)) : Map.of());
    }

    /** A digest over parts, each with its length, so that no two lists of parts run into the same bytes. */
    private static final class Sum {
        private final MessageDigest digest = Sha256.start();
        private final byte[] length = new byte[Integer.BYTES];

        void add(byte[] part) {
            ByteBuffer.wrap(length).putInt(part.length);
            digest.update(length);
            digest.update(part);
        }

        byte[] finish() {
            return digest.digest();
        }
    }
}
