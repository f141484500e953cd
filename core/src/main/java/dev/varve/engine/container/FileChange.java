package dev.varve.engine.container;

/**
 * A path that a container changed.
 *
 * @param path absolute
 */
public record FileChange(Kind kind, String path) {
    public enum Kind {
        ADDED,
        CHANGED,
        DELETED
    }

    /** As {@code docker diff} prints it. */
    @Override
    public String toString() {
        return kind.name().charAt(0) + " " + path;
    }
}
