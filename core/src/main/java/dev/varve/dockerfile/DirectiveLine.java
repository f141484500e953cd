package dev.varve.dockerfile;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code name = value} that makes a comment a parser directive. */
record DirectiveLine(String name, String value) {
    private static final Set<String> NAMES = Set.of("syntax", "escape", "check");

    /** Reads the text behind a comment sign; null where it is no directive. */
    static @Nullable DirectiveLine of(String comment) {
        int pos = 0;
        while (pos < comment.length() && WhiteSpace.isSpace(comment.charAt(pos))) {
            pos++;
        }
        int start = pos;
        while (pos < comment.length() && isNameChar(comment.charAt(pos), pos == start)) {
            pos++;
        }
        String name = Keyword.lowerCase(comment.substring(start, pos));
        pos = skipSpace(comment, pos);
        if (!NAMES.contains(name)
                || pos == comment.length()
                || comment.charAt(pos) != '='
                || pos + 1 == comment.length()) {
            return null;
        }
        // A value of white space alone is a value: the last of its chars.
        int value = Math.min(skipSpace(comment, pos + 1), comment.length() - 1);
        int end = comment.length();
        while (end > value + 1 && isSpace(comment.charAt(end - 1))) {
            end--;
        }
        return new DirectiveLine(name, comment.substring(value, end));
    }

    private static int skipSpace(String text, int from) {
        int pos = from;
        while (pos < text.length() && isSpace(text.charAt(pos))) {
            pos++;
        }
        return pos;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\r';
    }

    private static boolean isNameChar(char c, boolean first) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
    }
}
