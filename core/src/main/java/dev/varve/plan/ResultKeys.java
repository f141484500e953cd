package dev.varve.plan;

import java.util.Optional;

/** Names what a step reads of an earlier step's result, for a cache that is asked where nothing was built. */
@FunctionalInterface
public interface ResultKeys {
    /** Nothing is known but which result it is. */
    ResultKeys NONE = (reader, left, soFar) -> Optional.empty();

    /**
     * Equal for two builds only where the reader finds the same content in both; empty where that cannot be told, so that
     * only the very same result counts as the same.
     *
     * @param reader a step that copies or mounts something of it
     * @param left the step that left it
     * @param soFar what became of the steps before the reader
     */
    Optional<String> key(Step reader, Step left, CachedBuild soFar);
}
