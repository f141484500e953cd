package dev.varve.context;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a context says of its entries' content, asked once for each. */
final class EntryDigests {
    private final BuildContext context;
    private final FileTree tree;
    private final @Nullable String[] contents;
    private final Map<Integer, Map<String, String>> attributes = new HashMap<>();

    EntryDigests(BuildContext context) {
        this.context = context;
        this.tree = context.tree();
        this.contents = new String[tree.size()];
    }

    /** Asks for all of these. */
    void load(BitSet indexes) throws IOException {
        List<Entry> unknown = new ArrayList<>();
        for (int i = indexes.nextSetBit(0); i >= 0; i = indexes.nextSetBit(i + 1)) {
            if (contents[i] == null) {
                unknown.add(tree.entries().get(i));
            }
        }
        context.prepare(unknown);
        for (int i = indexes.nextSetBit(0); i >= 0; i = indexes.nextSetBit(i + 1)) {
            if (contents[i] == null) {
                load(i, tree.entries().get(i));
            }
        }
    }

    private void load(int index, Entry entry) throws IOException {
        String content = switch (entry.type()) {
            case FILE, CHARACTER_DEVICE, BLOCK_DEVICE -> context.digest(entry);
            case SOCKET -> Header.NO_BYTES;
            case DIRECTORY, SYMLINK, FIFO -> "";
        };
        if (entry.type() == EntryType.FILE || entry.type() == EntryType.DIRECTORY) {
            Map<String, String> counted = Header.counted(context.attributes(entry));
            if (!counted.isEmpty()) {
                attributes.put(index, counted);
            }
        }
        contents[index] = content;
    }

    /** Writes everything about a loaded entry but its path and what it holds. */
    void write(int index, Sum sum) {
        Header.write(tree.entries().get(index), content(index), attributesOf(index), sum);
    }

    /** Whether a loaded entry is the same as one in another context that is loaded. */
    boolean isSame(int index, EntryDigests other, int there) {
        return entry(index).equals(other.entry(there))
                && content(index).equals(other.content(there))
                && attributesOf(index).equals(other.attributesOf(there));
    }

    private String content(int index) {
        return Objects.requireNonNull(contents[index]);
    }

    private Map<String, String> attributesOf(int index) {
        return attributes.isEmpty() ? Map.of() : attributes.getOrDefault(index, Map.of());
    }

    /** Negative where there is no entry at this path. */
    int indexOf(String path) {
        return tree.indexOf(path);
    }

    Entry entry(int index) {
        return tree.entries().get(index);
    }

    /** A loaded entry. */
    EntryDigest get(int index) {
        return new EntryDigest(entry(index), content(index), attributesOf(index));
    }
}
