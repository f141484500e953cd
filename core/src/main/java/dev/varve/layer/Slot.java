package dev.varve.layer;

import dev.varve.layer.LayerEntry.Kind;
import org.jspecify.annotations.Nullable;

/** A path while a layer is being listed: what was last put there, and in which folder it lies. */
final class Slot {
    final @Nullable Slot parent;
    final String path;
    /** Null for a folder that is only implied by what lies in it. */
    @Nullable
    LayerEntry entry;
    /** Where the bytes of a file start. */
    long offset;
    /** Of a hard link, what it is another name of. */
    @Nullable
    Slot original;
    /** Where it, or a hard link that stands for it after it was replaced, is in the {@link Listing}; negative before. */
    int index = -1;

    /** Whether what the layers below have in this folder is removed. */
    boolean opaque;

    boolean replaced;

    Slot(@Nullable Slot parent, String path, @Nullable LayerEntry entry) {
        this.parent = parent;
        this.path = path;
        this.entry = entry;
    }

    boolean is(Kind kind) {
        return entry != null && entry.kind() == kind;
    }

    boolean isFolder() {
        return entry == null || entry.kind() == Kind.DIRECTORY;
    }

    /** Whether neither it nor a folder it lies in was replaced. */
    boolean isAlive() {
        for (Slot slot = this; slot != null; slot = slot.parent) {
            if (slot.replaced) {
                return false;
            }
        }
        return true;
    }
}
