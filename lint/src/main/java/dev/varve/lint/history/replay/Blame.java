package dev.varve.lint.history.replay;

/**
 * What made a step run again.
 *
 * @param path a file of the build context, or a group of them such as {@code src/**}; the Dockerfile's own name where an
 *     instruction changed
 * @param commits at how many commits it did
 */
public record Blame(String path, int commits) {}
