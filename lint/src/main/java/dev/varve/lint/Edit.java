package dev.varve.lint;

import dev.varve.dockerfile.SourceRange;

/**
 * Puts a text in the place of another.
 *
 * @param range what is replaced, as offsets in the file as it was linted; empty where the text is inserted
 */
public record Edit(SourceRange range, String text) {}
