package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits the arguments of ENV and LABEL into keys, values and separators (BuildKit's {@code parseNameVal}): either
 * {@code key value}, or {@code key=value} any number of times, as the first word decides.
 */
final class AssignmentWords {
    private AssignmentWords() {}

    /** Three words for each assignment, the third one {@code =} or empty. */
    static List<Word> split(Keyword keyword, LogicalLine line, char escape, Problems problems) {
        List<LogicalLine> words = QuotedWords.split(line, escape);
        if (words.isEmpty()) {
            return List.of();
        }
        if (words.get(0).indexOf('=') < 0) {
            return legacy(keyword, line, problems);
        }
        List<Word> parts = new ArrayList<>(words.size() * 3);
        for (LogicalLine word : words) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                problems.error(word.range(), keyword + " expects KEY=VALUE, found " + Quoted.excerpt(word.text()));
                return List.of();
            }
            parts.add(QuotedWords.word(word, word.start(), equals));
            parts.add(QuotedWords.word(word, equals + 1, word.end()));
            parts.add(word.word(equals, equals + 1));
        }
        return parts;
    }

    private static List<Word> legacy(Keyword keyword, LogicalLine line, Problems problems) {
        int keyEnd = line.blank(line.start());
        if (keyEnd == line.end()) {
            problems.error(line.range(), keyword + " expects a key and a value, found " + Quoted.excerpt(line.text()));
            return List.of();
        }
        int value = line.behindBlanks(keyEnd);
        return List.of(line.word(line.start(), keyEnd), line.word(value, line.end()), line.word(keyEnd, keyEnd));
    }
}
