package dev.varve.lint.layers;

/** How often files of a build context change. */
@FunctionalInterface
public interface Heat {
    /** As files of their kind do in most projects. */
    Heat BY_KIND = path -> FileKind.of(path).heat();

    /** Files in a project's sources change more often than this; what stays below is cold. */
    double HOT = 0.2;

    /**
     * In which part of the commits a file changes: 0 never, 1 always.
     *
     * @param path names joined by '/', relative to the context; a folder's stands for what it holds
     */
    double of(String path);
}
