package dev.varve.structure;

/**
 * A variable or label.
 *
 * @param regex whether the value is a regular expression to find in the real one; of no meaning for a variable to be set
 */
public record Pair(String key, String value, boolean regex) {}
