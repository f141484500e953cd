package dev.varve.context;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All paths of a build context, sorted so that a folder is followed by everything in it. The root itself is not listed.
 * Immutable.
 */
public final class FileTree {
    private final List<Entry> entries;
    private final int[] ends;

    private FileTree(List<Entry> entries, int[] ends) {
        this.entries = entries;
        this.ends = ends;
    }

    /**
     * A tree of these entries, in any order.
     *
     * @throws IllegalArgumentException if two have the same path, a path is not clean, or the folder of one is not listed
     */
    public static FileTree of(Collection<Entry> entries) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort((a, b) -> PathOrder.INSTANCE.compare(a.path(), b.path()));
        int[] ends = new int[sorted.size()];
        Deque<Integer> folders = new ArrayDeque<>();
        String previous = "";
        for (int i = 0; i < ends.length; i++) {
            Entry entry = sorted.get(i);
            while (!folders.isEmpty() && !liesIn(entry, sorted.get(folders.getFirst()))) {
                ends[folders.pop()] = i;
            }
            int known = folders.isEmpty()
                    ? 0
                    : sorted.get(folders.getFirst()).path().length() + 1;
            boolean hasFolder = entry.path().indexOf('/', known) < 0;
            if (!hasFolder || entry.path().equals(previous) || !SlashPath.isInContext(entry.path())) {
                throw new IllegalArgumentException("listed twice, without its folder, or not clean: " + entry.path());
            }
            ends[i] = i + 1;
            if (entry.type() == EntryType.DIRECTORY) {
                folders.push(i);
            }
            previous = entry.path();
        }
        folders.forEach(folder -> ends[folder] = ends.length);
        return new FileTree(Collections.unmodifiableList(sorted), ends);
    }

    private static boolean liesIn(Entry entry, Entry folder) {
        int length = folder.path().length();
        return entry.path().length() > length
                && entry.path().charAt(length) == '/'
                && entry.path().startsWith(folder.path());
    }

    /** Every entry, each folder before what it holds. */
    public List<Entry> entries() {
        return entries;
    }

    /** How many entries there are. */
    public int size() {
        return entries.size();
    }

    /** The entry at this path, or null. */
    public @Nullable Entry find(String path) {
        int at = indexOf(path);
        return at < 0 ? null : entries.get(at);
    }

    /** Everything below this folder, at any depth; {@code ""} is the root. Empty when there is no such folder. */
    public List<Entry> below(String folder) {
        if (folder.isEmpty()) {
            return entries;
        }
        int at = indexOf(folder);
        return at < 0 ? List.of() : entries.subList(at + 1, end(at));
    }

    /** What lies directly in this folder; {@code ""} is the root. */
    public List<Entry> children(String folder) {
        int depth = folder.isEmpty() ? 0 : folder.length() + 1;
        return below(folder).stream()
                .filter(entry -> entry.path().indexOf('/', depth) < 0)
                .toList();
    }

    int indexOf(String path) {
        int low = 0;
        int high = entries.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = PathOrder.INSTANCE.compare(entries.get(middle).path(), path);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }

    /** The index after the last entry at or below the one at this index. */
    int end(int index) {
        return ends[index];
    }
}
