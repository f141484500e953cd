package dev.varve.sandbox;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a root file system is stacked of, as overlayfs has it.
 *
 * @param lower the unpacked layers, lowest first; at least one
 * @param upper what is written goes here; null where nothing that is written is to be kept
 * @param work an empty folder of the upper's file system; null if and only if {@code upper} is
 */
public record RootFolders(
        List<Path> lower, @Nullable Path upper, @Nullable Path work) {
    public RootFolders {
        lower = List.copyOf(lower);
        if (lower.isEmpty()) {
            throw new IllegalArgumentException("a root file system needs at least one lower folder");
        }
        if ((upper == null) != (work == null)) {
            throw new IllegalArgumentException("an upper and a work folder come together");
        }
    }

    /** Folders whose changes are not kept. */
    public static RootFolders discarding(List<Path> lower) {
        return new RootFolders(lower, null, null);
    }
}
