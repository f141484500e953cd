package dev.varve.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One path of a build context, as a layer-cache key sees it: no times. It compares itself, as what a record would have for it is
 * put together when first used, which is slow.
 *
 * @param path relative to the context's root, names joined by '/', without leading or trailing slash, {@code .} or {@code ..}
 * @param type what the path is
 * @param mode permission bits and setuid, setgid, sticky: {@code 07777}
 * @param uid who owns it; 0 in a context that is sent to a builder, which is sent without owners
 * @param gid the group that owns it; 0 like the owner
 * @param size bytes in a {@link EntryType#FILE}, 0 for everything else
 * @param linkTarget what a {@link EntryType#SYMLINK} says, unresolved; null for everything else
 */
public record Entry(
        String path,
        EntryType type,
        int mode,
        long uid,
        long gid,
        long size,
        @Nullable String linkTarget) {
    public Entry {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(type, "type");
        if ((linkTarget != null) != (type == EntryType.SYMLINK)) {
            throw new IllegalArgumentException("a link target belongs to a symlink and to nothing else: " + path);
        }
    }

    /** One that is root's, as everything is in a context that is sent to a builder. */
    public Entry(String path, EntryType type, int mode, long size, @Nullable String linkTarget) {
        this(path, type, mode, 0, 0, size, linkTarget);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Entry entry
                && path.equals(entry.path)
                && type == entry.type
                && mode == entry.mode
                && uid == entry.uid
                && gid == entry.gid
                && size == entry.size
                && Objects.equals(linkTarget, entry.linkTarget);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    /** The last name of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
