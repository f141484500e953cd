package dev.varve.context;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All paths of a build context, sorted so that a folder is followed by everything in it. The root itself is not listed.
 * Immutable.
 */
public final class FileTree {
    private final List<Entry> entries;

    private FileTree(List<Entry> sorted) {
        this.entries = sorted;
    }

    /**
     * A tree of these entries, in any order.
     *
     * @throws IllegalArgumentException if two have the same path, a path is not clean, or the folder of one is not listed
     */
    public static FileTree of(Collection<Entry> entries) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(Entry::path, PathOrder.INSTANCE));
        Deque<String> folders = new ArrayDeque<>();
        folders.push("");
        String previous = "";
        for (Entry entry : sorted) {
            String path = entry.path();
            String parent = SlashPath.parent(path);
            while (!folders.isEmpty() && !folders.getFirst().equals(parent)) {
                folders.pop();
            }
            if (path.equals(previous) || folders.isEmpty() || !SlashPath.isInContext(path)) {
                throw new IllegalArgumentException("listed twice, without its folder, or not clean: " + path);
            }
            if (entry.type() == EntryType.DIRECTORY) {
                folders.push(path);
            }
            previous = path;
        }
        return new FileTree(Collections.unmodifiableList(sorted));
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
        String prefix = entries.get(index).path() + "/";
        int low = index + 1;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).path().startsWith(prefix)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
