package dev.varve.engine.container;

/** When the image of a new container is asked for at its registry. */
public enum PullPolicy {
    /** Where the store has none. */
    MISSING,
    ALWAYS,
    NEVER
}
