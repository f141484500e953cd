package dev.varve.store;

/**
 * What was removed.
 *
 * @param bytes the room that the blobs and the unpacked layers took, as far as this process may look into them
 */
public record Reclaimed(int blobs, int snapshots, long bytes) {}
