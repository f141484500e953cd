package dev.varve.dockerfile;

/**
 * A comment line, either between instructions or among the continuation lines of one.
 *
 * @param text what follows the {@code #}, without surrounding white space
 * @param range from the {@code #} to the end of the line, line ending excluded
 * @param line 1-based line number
 */
public record Comment(String text, SourceRange range, int line) {}
