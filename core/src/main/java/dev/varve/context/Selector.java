package dev.varve.context;

import java.util.List;

/**
 * Which part of a build context a step depends on, as BuildKit's {@code solver/llbsolver/ops/opsutils} has it.
 *
 * @param path a path or wildcard, absolute or relative to the context's root
 * @param wildcard whether {@code *}, {@code ?} and {@code [} in the path are wildcards
 * @param followLinks whether a symlink at the end of the path stands for what it points at
 * @param includePatterns ignore-file patterns of which one must match, relative to the path; none: everything matches
 * @param excludePatterns ignore-file patterns of which none may match
 * @param requiredPaths absolute paths that must be among those selected
 */
public record Selector(
        String path,
        boolean wildcard,
        boolean followLinks,
        List<String> includePatterns,
        List<String> excludePatterns,
        List<String> requiredPaths) {
    public Selector {
        includePatterns = List.copyOf(includePatterns);
        excludePatterns = List.copyOf(excludePatterns);
        requiredPaths = List.copyOf(requiredPaths);
    }

    /** The selector of a {@code COPY} or {@code ADD} source: wildcards count where there are any, links are followed. */
    public static Selector copySource(String source) {
        return new Selector(source, PathPattern.hasWildcard(source), true, List.of(), List.of(), List.of());
    }

    /** The selector of exactly this path, a symlink standing for itself, as a bind mount has it. */
    public static Selector exactly(String path) {
        return new Selector(path, false, false, List.of(), List.of(), List.of());
    }

    /** The same with {@code COPY --exclude} patterns. */
    public Selector excluding(List<String> patterns) {
        return new Selector(path, wildcard, followLinks, includePatterns, patterns, requiredPaths);
    }

    /** The same with include patterns, as {@code COPY --parents} makes them. */
    public Selector including(List<String> patterns) {
        return new Selector(path, wildcard, followLinks, patterns, excludePatterns, requiredPaths);
    }

    /** The same, missing without these paths. */
    public Selector requiring(List<String> paths) {
        return new Selector(path, wildcard, followLinks, includePatterns, excludePatterns, paths);
    }

    boolean hasWildcardOrFilters() {
        return wildcard || !includePatterns.isEmpty() || !excludePatterns.isEmpty();
    }
}
