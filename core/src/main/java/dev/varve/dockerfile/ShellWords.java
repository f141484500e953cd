package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Collects the words that an expansion falls into, with the part of the source each of them comes from. */
final class ShellWords {
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start;
    private int end;

    /** Adds chars that stay together whatever they are. */
    void addWhole(CharSequence chars, int from, int to, int sourceStart, int sourceEnd) {
        if (to > from) {
            grow(sourceStart, sourceEnd);
            word.append(chars, from, to);
        }
    }

    /** Adds chars that are split at white space. */
    void addSplit(CharSequence chars, int from, int to, int sourceStart, int sourceEnd) {
        for (int i = from; i < to; ) {
            int c = Character.codePointAt(chars, i);
            i += Character.charCount(c);
            if (WhiteSpace.isSpace(c)) {
                finish();
            } else {
                grow(sourceStart, sourceEnd);
                word.appendCodePoint(Utf8.validOrReplacement(c));
            }
        }
    }

    private void grow(int sourceStart, int sourceEnd) {
        if (word.isEmpty()) {
            start = sourceStart;
        }
        end = sourceEnd;
    }

    /** Forgets the word begun. BuildKit shares one buffer between nesting levels, so that a nested operand wipes it. */
    void wipe() {
        word.setLength(0);
    }

    private void finish() {
        if (!word.isEmpty()) {
            words.add(new Word(word.toString(), new SourceRange(start, end)));
            word.setLength(0);
        }
    }

    List<Word> words() {
        finish();
        return words;
    }
}
