package dev.varve.context;

/**
 * Something in a build context, or in what was asked of it, that a builder would refuse or treat unexpectedly.
 *
 * @param path the path or pattern it is about
 * @param kind what is wrong
 * @param message a sentence for a person, without the path
 */
public record Problem(String path, Kind kind, String message) {
    /** What can be wrong. */
    public enum Kind {
        /** A fifo, socket or device: listed, never opened. */
        SPECIAL_FILE,
        /** A file or folder that may not be read. */
        UNREADABLE,
        /** It was there when its folder was listed and is no longer. */
        VANISHED,
        /** It was written to, or another file put in its place, while the context was read. */
        CHANGED,
        /** Nothing in the context has this path. */
        NOT_FOUND,
        /** More symlinks follow one another than BuildKit resolves (255). */
        TOO_MANY_LINKS,
        /** A wildcard or ignore pattern that does not parse. */
        MALFORMED_PATTERN
    }
}
