package dev.varve.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * What a layer comes to. No path is there twice, but for an {@link LayerEntry.Kind#OPAQUE} behind its folder, and hard links
 * stand behind what they are names of.
 */
final class Listing {
    private final List<LayerEntry> entries;
    private final long[] offsets;
    private final int[] originals;
    /** The originals that have hard links. */
    private final BitSet several = new BitSet();

    private Listing(List<LayerEntry> entries, long[] offsets, int[] originals) {
        this.entries = entries;
        this.offsets = offsets;
        this.originals = originals;
        for (int i = 0; i < originals.length; i++) {
            if (originals[i] != i) {
                several.set(originals[i]);
            }
        }
    }

    /** Those of these that were not replaced. */
    static Listing of(List<Slot> slots) {
        List<LayerEntry> entries = new ArrayList<>(slots.size());
        long[] offsets = new long[2 * slots.size()];
        int[] originals = new int[2 * slots.size()];
        for (Slot slot : slots) {
            if (slot.index < 0 && slot.isAlive()) {
                int index = entries.size();
                slot.index = index;
                if (slot.entry != null) {
                    entries.add(entry(slot, slot.entry, index, entries));
                    Slot source = slot.original == null ? slot : slot.original;
                    offsets[index] = source.offset;
                    originals[index] = source.index;
                }
                if (slot.opaque) {
                    originals[entries.size()] = entries.size();
                    entries.add(LayerEntry.opaque(slot.path));
                }
            }
        }
        int size = entries.size();
        return new Listing(
                Collections.unmodifiableList(entries), Arrays.copyOf(offsets, size), Arrays.copyOf(originals, size));
    }

    /** The first name of a file of which the original was replaced becomes the file. */
    private static LayerEntry entry(Slot slot, LayerEntry entry, int index, List<LayerEntry> before) {
        Slot original = slot.original;
        if (original == null || original.entry == null) {
            return entry;
        }
        if (original.index < 0) {
            original.index = index;
            return original.entry.withPath(slot.path);
        }
        return before.get(original.index).hardLinkAt(slot.path);
    }

    List<LayerEntry> entries() {
        return entries;
    }

    /** Where the bytes of an entry start; of a hard link, those of what it is a name of. */
    long offset(int index) {
        return offsets[index];
    }

    /** Of a hard link the index of what it is a name of; of every other entry its own. */
    int original(int index) {
        return originals[index];
    }

    boolean hasSeveralNames(int original) {
        return several.get(original);
    }
}
