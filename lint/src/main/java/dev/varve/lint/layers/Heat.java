package dev.varve.lint.layers;

import java.util.Collection;

/** How often files of a build context change. */
@FunctionalInterface
public interface Heat {
    /** As files of their kind do in most projects. */
    @SuppressWarnings("ClassInitializationDeadlock") // nothing else makes one
    Heat BY_KIND = new KindHeat();

    /** Files in a project's sources change more often than this; what stays below is cold. */
    double HOT = 0.2;

    /**
     * In which part of the commits a file changes: 0 never, 1 always.
     *
     * @param path names joined by '/', relative to the context; a folder's stands for what it holds, the empty one for everything
     */
    double of(String path);

    /** In which part of the commits at least one of these changes. A file's kind stands for all of that kind already. */
    default double of(Collection<String> paths) {
        return paths.stream().mapToDouble(this::of).max().orElse(0);
    }
}
