package dev.varve.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One path of a build context, as a layer-cache key sees it: no owner and no times.
 *
 * @param path relative to the context's root, names joined by '/', without leading or trailing slash, {@code .} or {@code ..}
 * @param type what the path is
 * @param mode permission bits and setuid, setgid, sticky: {@code 07777}
 * @param size bytes in a {@link EntryType#FILE}, 0 for everything else
 * @param linkTarget what a {@link EntryType#SYMLINK} says, unresolved; null for everything else
 */
public record Entry(
        String path,
        EntryType type,
        int mode,
        long size,
        @Nullable String linkTarget) {
    public Entry {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(type, "type");
        if ((linkTarget != null) != (type == EntryType.SYMLINK)) {
            throw new IllegalArgumentException("a link target belongs to a symlink and to nothing else: " + path);
        }
    }

    /** The last name of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
