package dev.varve.context;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a build context a step depends on, as BuildKit's {@code solver/llbsolver/ops/opsutils} has it.
 *
 * @param path a path or wildcard, absolute or relative to the context's root
 * @param wildcard whether {@code *}, {@code ?}, {@code [} and {@code \} in the path are wildcards
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
    private static final String PIVOT = "/./";

    public Selector {
        includePatterns = List.copyOf(includePatterns);
        excludePatterns = List.copyOf(excludePatterns);
        requiredPaths = List.copyOf(requiredPaths);
    }

    // A record's own are put together when first used, which takes longer than linting a file.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Selector selector
                && path.equals(selector.path)
                && wildcard == selector.wildcard
                && followLinks == selector.followLinks
                && includePatterns.equals(selector.includePatterns)
                && excludePatterns.equals(selector.excludePatterns)
                && requiredPaths.equals(selector.requiredPaths);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, wildcard, followLinks, includePatterns, excludePatterns, requiredPaths);
    }

    /** A {@code COPY} or {@code ADD} source: wildcards count where there are any, symlinks are followed. */
    public static Selector copySource(String source) {
        String path = absolute(source);
        return new Selector(path, PathPattern.hasWildcard(path), true, List.of(), List.of(), List.of());
    }

    /** A source of {@code COPY --parents}, which may have a pivot point {@code /./}. */
    public static Selector copySourceWithParents(String source) {
        int pivot = source.indexOf(PIVOT);
        String folder = pivot < 0 ? "/" : source.substring(0, pivot);
        String below = absolute(pivot < 0 ? source : source.substring(pivot + PIVOT.length()));
        boolean wildcard = PathPattern.hasWildcard(folder) || PathPattern.hasWildcard(below);
        Selector from = copySource(folder);
        return new Selector(
                from.path,
                from.wildcard,
                true,
                List.of(below.substring(1)),
                List.of(),
                wildcard ? List.of() : List.of(SlashPath.clean("/" + folder + below)));
    }

    /** Exactly this path, a symlink at its end standing for itself, as a bind mount has it. */
    public static Selector exactly(String path) {
        return new Selector(path, false, false, List.of(), List.of(), List.of());
    }

    /** This path, or what a symlink there points at. */
    public static Selector following(String path) {
        return new Selector(path, false, true, List.of(), List.of(), List.of());
    }

    /** The same with {@code COPY --exclude} patterns. */
    public Selector excluding(List<String> patterns) {
        return new Selector(path, wildcard, followLinks, includePatterns, patterns, requiredPaths);
    }

    boolean hasWildcardOrFilters() {
        return wildcard || !includePatterns.isEmpty() || !excludePatterns.isEmpty();
    }

    private static String absolute(String path) {
        return SlashPath.clean("/" + path);
    }
}
