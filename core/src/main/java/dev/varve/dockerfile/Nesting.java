package dev.varve.dockerfile;

import org.jspecify.annotations.Nullable;

/**
 * What an expansion is inside of.
 *
 * @param rawEscapes whether escape characters are kept in here
 * @param mark where the content begins in the result
 * @param substitution the {@code ${...}} this is a part of; null for the word itself and for quotes
 */
record Nesting(
        Kind kind, boolean rawEscapes, int mark, @Nullable Substitution substitution) {
    enum Kind {
        WORD,
        QUOTES,
        OPERAND,
        PATTERN,
        REPLACEMENT
    }

    /** The char that ends it, or -1. */
    int stop() {
        return switch (kind) {
            case WORD, QUOTES -> -1;
            case OPERAND, REPLACEMENT -> '}';
            case PATTERN -> '/';
        };
    }
}
