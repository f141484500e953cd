package dev.varve.dockerfile;

/**
 * One word of an instruction, unexpanded.
 *
 * @param text the word as BuildKit's parser hands it on: continuation lines joined, comment lines taken out; quotes and
 *     escapes still there, except in flags and JSON arrays where the parser itself resolves them
 * @param range from its first to its last char in the source, continuation lines between them included
 */
public record Word(String text, SourceRange range) {
    @Override
    public String toString() {
        return text;
    }
}
