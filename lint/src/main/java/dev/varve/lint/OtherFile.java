package dev.varve.lint;

/**
 * A file of the build context that a fix changes, such as {@code .dockerignore}.
 *
 * @param path relative to the build context
 * @param text what it holds now; empty where it is not there yet
 */
public record OtherFile(String path, String text) {}
