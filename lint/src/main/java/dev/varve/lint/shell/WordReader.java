package dev.varve.lint.shell;

import dev.varve.dockerfile.MappedText;
import dev.varve.dockerfile.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** Reads words (POSIX.1-2017, 2.2 and 2.6). */
final class WordReader {
    private final Cursor cursor;
    private final ExpansionReader expansions;

    WordReader(Cursor cursor, ExpansionReader expansions) {
        this.cursor = cursor;
        this.expansions = expansions;
    }

    /** The word at the cursor; one without parts where none stands there. */
    ShellWord word() {
        int start = cursor.pos;
        List<Part> parts = new ArrayList<>();
        while (!cursor.atEnd() && part(parts, start)) {}
        return new ShellWord(parts, cursor.part(start));
    }

    private boolean part(List<Part> parts, int wordStart) {
        char c = cursor.peek();
        switch (c) {
            case '\'', '"' -> parts.add(quoted());
            case '$', '`' -> parts.add(dollar());
            default -> {
                boolean process = (c == '<' || c == '>') && cursor.at(cursor.pos + 1) == '(';
                if (process && cursor.pos == wordStart) {
                    parts.add(expansions.substitution());
                } else if (Cursor.isMeta(c)) {
                    return false;
                } else {
                    parts.add(literal());
                }
            }
        }
        return true;
    }

    private Part dollar() {
        char next = cursor.at(cursor.pos + 1);
        if (cursor.peek() == '$' && next == '\'') {
            return new EscapeReader(cursor).read();
        }
        if (cursor.peek() == '$' && next == '"') {
            cursor.pos++;
            return doubleQuoted();
        }
        Part part = expansions.expansion(false);
        return part == null ? one() : part;
    }

    private Part one() {
        int start = cursor.pos++;
        return new Part.Literal(cursor.part(start), cursor.source.range(start, cursor.pos));
    }

    private Part literal() {
        int start = cursor.pos;
        MappedText.Builder text = new MappedText.Builder(cursor.source.offset(start));
        while (!cursor.atEnd()) {
            char c = cursor.peek();
            if (c == '\\') {
                escaped(text);
            } else if (isExtendedPattern(c)) {
                pattern(text);
            } else if (c == '\'' || c == '"' || c == '$' || c == '`' || Cursor.isMeta(c)) {
                break;
            } else {
                int from = cursor.pos++;
                while (!cursor.atEnd() && isPlain(cursor.peek())) {
                    cursor.pos++;
                }
                text.append(cursor.source, from, cursor.pos);
            }
        }
        return new Part.Literal(text.build(), cursor.source.range(start, cursor.pos));
    }

    private static boolean isPlain(char c) {
        return Cursor.isNameChar(c) || c == '-' || c == '.' || c == '/' || c == ':' || c == ',';
    }

    private void escaped(MappedText.Builder text) {
        if (cursor.pos + 1 >= cursor.length()) {
            text.append(cursor.source, cursor.pos, cursor.pos + 1);
            cursor.pos++;
            return;
        }
        if (!cursor.isEscapedLineFeed()) {
            text.append(cursor.source, cursor.pos + 1, cursor.pos + 2);
        }
        cursor.pos += 2;
    }

    private boolean isExtendedPattern(char c) {
        return (c == '?' || c == '*' || c == '+' || c == '@' || c == '!') && cursor.at(cursor.pos + 1) == '(';
    }

    /** {@code @(a|b)}: up to its end if that is in sight, otherwise only the sign. */
    private void pattern(MappedText.Builder text) {
        int start = cursor.pos;
        int depth = 0;
        int limit = Math.min(cursor.length(), start + 256);
        for (int i = start + 1; i < limit && cursor.at(i) != '\n'; i++) {
            char c = cursor.at(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                cursor.pos = i + 1;
                text.append(cursor.source, start, cursor.pos);
                return;
            }
        }
        cursor.pos++;
        text.append(cursor.source, start, cursor.pos);
    }

    /** What the quote at the cursor opens. */
    Part quoted() {
        return cursor.peek() == '"' ? doubleQuoted() : singleQuoted();
    }

    private Part singleQuoted() {
        int start = cursor.pos;
        int end = cursor.indexOf('\'', start + 1);
        if (end < 0) {
            cursor.problem(start, "expected a closing '");
            cursor.pos = cursor.length();
            return new Part.SingleQuoted(cursor.source.part(start + 1, cursor.pos), cursor.range(start));
        }
        cursor.pos = end + 1;
        SourceRange range = cursor.source.range(start, cursor.pos);
        return new Part.SingleQuoted(cursor.source.part(start + 1, end), range);
    }

    private Part doubleQuoted() {
        int start = cursor.pos++;
        List<Part> parts = quotedParts(true);
        if (cursor.atEnd()) {
            cursor.problem(start, "expected a closing \"");
        } else {
            cursor.pos++;
        }
        return new Part.DoubleQuoted(parts, cursor.source.range(start, cursor.pos));
    }

    /** What stands in double quotes up to the closing one, or in a heredoc up to its end. */
    List<Part> quotedParts(boolean toQuote) {
        List<Part> parts = new ArrayList<>();
        while (!cursor.atEnd() && !(toQuote && cursor.peek() == '"')) {
            char c = cursor.peek();
            Part part = c == '$' || c == '`' ? expansions.expansion(true) : null;
            parts.add(part == null ? quotedLiteral(toQuote) : part);
        }
        return parts;
    }

    private Part quotedLiteral(boolean toQuote) {
        int start = cursor.pos;
        MappedText.Builder text = new MappedText.Builder(cursor.source.offset(start));
        int from = cursor.pos;
        while (!cursor.atEnd()) {
            char c = cursor.peek();
            if ((c == '"' && toQuote) || (cursor.pos > start && (c == '$' || c == '`'))) {
                break;
            }
            if (c == '\\' && isEscapable(cursor.at(cursor.pos + 1), toQuote) && cursor.pos + 1 < cursor.length()) {
                text.append(cursor.source, from, cursor.pos);
                from = cursor.isEscapedLineFeed() ? cursor.pos + 2 : cursor.pos + 1;
                cursor.pos += 2;
            } else {
                cursor.pos++;
            }
        }
        text.append(cursor.source, from, cursor.pos);
        return new Part.Literal(text.build(), cursor.source.range(start, cursor.pos));
    }

    private static boolean isEscapable(char c, boolean quote) {
        return c == '$' || c == '`' || c == '\\' || c == '\n' || (quote && c == '"');
    }
}
