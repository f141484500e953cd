package dev.varve.lint.shell;

import dev.varve.dockerfile.MappedText;
import dev.varve.dockerfile.SourceRange;
import java.util.List;

/** A place in a script that goes forward. */
final class Cursor {
    /** How deep constructs may stand in each other; what is deeper is not read. */
    private static final int MAX_DEPTH = 100;

    final MappedText source;
    private final String text;
    private final List<Problem> problems;
    private int depth;
    private int parentheses;
    private int heredocsFrom = -1;
    private int heredocsEnd;
    int pos;

    Cursor(MappedText source, List<Problem> problems, int depth) {
        this.source = source;
        this.text = source.text();
        this.problems = problems;
        this.depth = depth;
    }

    /** A cursor for a text inside this one, as deep. */
    Cursor inner(MappedText inside) {
        return new Cursor(inside, problems, depth);
    }

    int length() {
        return text.length();
    }

    boolean atEnd() {
        return pos >= text.length();
    }

    /** The char at the cursor, or a line feed at the end. */
    char peek() {
        return at(pos);
    }

    /** The char at an index, or a line feed behind the end. */
    char at(int index) {
        return index < text.length() ? text.charAt(index) : '\n';
    }

    boolean looking(String at) {
        return text.startsWith(at, pos);
    }

    int indexOf(char c, int from) {
        return text.indexOf(c, from);
    }

    String text(int from, int to) {
        return text.substring(from, to);
    }

    MappedText part(int from) {
        return source.part(from, pos);
    }

    /** What was read since {@code from}, blanks at its end excluded. */
    SourceRange range(int from) {
        int to = pos;
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return source.range(from, to);
    }

    void problem(int at, String message) {
        int from = Math.min(at, text.length());
        problems.add(new Problem(source.range(from, Math.min(from + 1, text.length())), message));
    }

    /** Goes one construct deeper; false, with nothing left to read, where that is too deep. */
    boolean enter() {
        if (depth >= MAX_DEPTH) {
            problem(pos, "nested too deep");
            pos = text.length();
            return false;
        }
        depth++;
        return true;
    }

    void leave() {
        depth--;
    }

    void open() {
        parentheses++;
    }

    void close() {
        parentheses--;
    }

    /** Whether a closing parenthesis would close something. */
    boolean isInParentheses() {
        return parentheses > 0;
    }

    /** Skips blanks, escaped line feeds and a comment. */
    void skipBlanks() {
        while (!atEnd()) {
            char c = peek();
            if (isBlank(c)) {
                pos++;
            } else if (isEscapedLineFeed()) {
                pos += 2;
            } else if (c == '#') {
                int feed = text.indexOf('\n', pos);
                pos = feed < 0 ? text.length() : feed;
            } else {
                return;
            }
        }
    }

    /** Skips what {@link #skipBlanks} does, and line feeds with the heredocs behind them. */
    void skipLines() {
        skipBlanks();
        while (!atEnd() && peek() == '\n') {
            lineFeed();
            skipBlanks();
        }
    }

    /** Goes behind the line feed at the cursor, and behind the heredocs that begin there. */
    void lineFeed() {
        int at = pos++;
        if (at == heredocsFrom - 1 && heredocsEnd > pos) {
            pos = heredocsEnd;
        }
    }

    /** Where the next heredoc's content starts; -1 where there is no line for it. */
    int heredocStart() {
        if (heredocsFrom - 1 >= pos) {
            return heredocsEnd;
        }
        int feed = text.indexOf('\n', pos);
        heredocsFrom = feed < 0 ? text.length() + 1 : feed + 1;
        heredocsEnd = Math.min(heredocsFrom, text.length());
        return heredocsEnd;
    }

    void heredocEnd(int end) {
        heredocsEnd = end;
    }

    boolean isEscapedLineFeed() {
        return peek() == '\\' && pos + 1 < text.length() && text.charAt(pos + 1) == '\n';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    /** Whether a char ends a word. */
    static boolean isMeta(char c) {
        return switch (c) {
            case ' ', '\t', '\r', '\n', ';', '&', '|', '<', '>', '(', ')' -> true;
            default -> false;
        };
    }

    static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    static boolean isNameChar(char c) {
        return isNameStart(c) || (c >= '0' && c <= '9');
    }
}
