package dev.varve.context;

/**
 * How one path differs between two selections.
 *
 * @param path the path, relative to the context's root
 * @param kind what happened to it
 */
public record Change(String path, Kind kind) {
    /** What can happen to a path. Where several did, the first of them is told. */
    public enum Kind {
        ADDED,
        REMOVED,
        /** A file became a folder, a link a file, and so on. */
        TYPE,
        CONTENT,
        LINK_TARGET,
        MODE,
        OWNER,
        ATTRIBUTES
    }
}
