package dev.varve.engine;

/**
 * The bytes of a container's files.
 *
 * @param written those that it wrote itself
 * @param total with those of its image
 */
public record ContainerSize(long written, long total) {}
