package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Splits at white space outside quotes, which stay where they are (BuildKit's {@code parseWords}). */
final class QuotedWords {
    private final LogicalLine line;
    private final char escape;
    private int pos;

    private QuotedWords(LogicalLine line, char escape) {
        this.line = line;
        this.escape = escape;
        this.pos = line.start();
    }

    /** The words, each as a part of the line. */
    static List<LogicalLine> split(LogicalLine line, char escape) {
        QuotedWords splitter = new QuotedWords(line, escape);
        List<LogicalLine> words = new ArrayList<>();
        while (splitter.skipSpace()) {
            int start = splitter.pos;
            int end = splitter.endOfWord();
            if (end > start) {
                words.add(line.part(start, end));
            }
        }
        return words;
    }

    /** A part of a word; BuildKit has read it char by char, so that what is not UTF-8 is lost. */
    static Word word(LogicalLine part, int from, int to) {
        Word word = part.word(from, to);
        return new Word(Utf8.replaceInvalid(word.text()), word.range());
    }

    private boolean skipSpace() {
        while (pos < line.end() && WhiteSpace.isSpace(line.at(pos))) {
            pos++;
        }
        return pos < line.end();
    }

    /** Goes behind the word and says where it ends: an escape at the very end of the line is dropped. */
    private int endOfWord() {
        char quote = 0;
        while (pos < line.end()) {
            char c = line.at(pos);
            if (c == escape && quote != '\'') {
                if (pos + 1 == line.end()) {
                    return pos++;
                }
                pos++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (WhiteSpace.isSpace(c)) {
                return pos;
            } else if (c == '\'' || c == '"') {
                quote = c;
            }
            pos++;
        }
        return pos;
    }
}
