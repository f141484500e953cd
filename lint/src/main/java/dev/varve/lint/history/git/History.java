package dev.varve.lint.history.git;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A repository's past below the folder that is the build context.
 *
 * @param commits the oldest first
 * @param paths every path there ever was
 * @param links the latest target of every symbolic link, by path
 * @param notes what is missing
 */
public record History(List<PastCommit> commits, PathTable paths, Map<String, String> links, List<String> notes) {

    /** The paths of all files there ever were. */
    public List<String> files() {
        return IntStream.range(0, paths.size())
                .filter(path -> paths.kind(path) == PathKind.FILE || paths.kind(path) == PathKind.LINK)
                .mapToObj(paths::path)
                .distinct()
                .toList();
    }
}
