package dev.varve.lint.history.git;

/**
 * How a path differs from the commit before.
 *
 * @param path its number
 * @param before stands for its content and mode; 0 where it was not there
 * @param after the same, as it is now
 */
public record PathChange(int path, long before, long after) {}
