package dev.varve.engine.files;

/** Whom a file belongs to. */
public record Owner(long uid, long gid) {
    public static final Owner ROOT = new Owner(0, 0);
}
