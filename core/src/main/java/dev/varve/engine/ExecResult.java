package dev.varve.engine;

/**
 * What became of a further process of a container.
 *
 * @param out what it printed to its standard output
 * @param err what it printed to its standard error
 */
public record ExecResult(int exitCode, String out, String err) {}
