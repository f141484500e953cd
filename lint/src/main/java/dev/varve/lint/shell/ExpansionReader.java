package dev.varve.lint.shell;

import dev.varve.dockerfile.MappedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what begins with a dollar or a backquote (POSIX.1-2017, 2.6). */
final class ExpansionReader {
    /** How far the end of an arithmetic expression is looked for. */
    private static final int ARITHMETIC_LIMIT = 4096;

    private final Cursor cursor;
    private final StatementReader statements;

    ExpansionReader(Cursor cursor, StatementReader statements) {
        this.cursor = cursor;
        this.statements = statements;
    }

    /** The expansion at the cursor, or null where the dollar is only a dollar. */
    @Nullable
    Part expansion(boolean quoted) {
        if (cursor.peek() == '`') {
            return backquoted(quoted);
        }
        char next = cursor.at(cursor.pos + 1);
        if (next == '(') {
            int end = cursor.at(cursor.pos + 2) == '(' ? arithmeticEnd(cursor.pos + 1) : -1;
            return end >= 0 ? arithmetic(end) : substitution();
        }
        if (next == '{') {
            return braced(quoted);
        }
        if (Cursor.isNameStart(next)) {
            int start = cursor.pos++;
            int name = cursor.pos;
            while (Cursor.isNameChar(cursor.peek())) {
                cursor.pos++;
            }
            return new Part.Parameter(cursor.text(name, cursor.pos), List.of(), cursor.part(start));
        }
        if (isSpecial(next)) {
            int start = cursor.pos;
            cursor.pos += 2;
            return new Part.Parameter(String.valueOf(next), List.of(), cursor.part(start));
        }
        return null;
    }

    /** Where an arithmetic expression whose first parenthesis is at {@code from} ends; -1 where it is none. */
    int arithmeticEnd(int from) {
        int depth = 0;
        int limit = Math.min(cursor.length(), from + ARITHMETIC_LIMIT);
        for (int i = from; i < limit; i++) {
            char c = cursor.at(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
                if (depth == 1) {
                    return i + 1 < cursor.length() && cursor.at(i + 1) == ')' ? i + 2 : -1;
                }
            }
        }
        return -1;
    }

    private Part arithmetic(int end) {
        int start = cursor.pos;
        cursor.pos = end;
        return new Part.Arithmetic(cursor.part(start));
    }

    /** {@code $(…)}, {@code <(…)} or {@code >(…)}. */
    Part substitution() {
        int start = cursor.pos;
        cursor.pos += 2;
        cursor.open();
        Statement.Sequence body = statements.list(StatementReader.Stop.NOWHERE);
        cursor.close();
        if (cursor.atEnd() || cursor.peek() != ')') {
            cursor.problem(start, "expected a closing )");
        } else {
            cursor.pos++;
        }
        return new Part.Substitution(body, cursor.part(start));
    }

    private Part backquoted(boolean quoted) {
        int start = cursor.pos++;
        MappedText.Builder inside = new MappedText.Builder(cursor.source.offset(cursor.pos));
        while (!cursor.atEnd() && cursor.peek() != '`') {
            char next = cursor.at(cursor.pos + 1);
            if (cursor.peek() == '\\' && (next == '`' || next == '\\' || next == '$' || (quoted && next == '"'))) {
                cursor.pos++;
            }
            if (!cursor.atEnd()) {
                inside.append(cursor.source, cursor.pos, cursor.pos + 1);
                cursor.pos++;
            }
        }
        if (cursor.atEnd()) {
            cursor.problem(start, "expected a closing `");
        } else {
            cursor.pos++;
        }
        Statement.Sequence body = new StatementReader(cursor.inner(inside.build())).script();
        return new Part.Substitution(body, cursor.part(start));
    }

    private Part braced(boolean quoted) {
        int start = cursor.pos;
        cursor.pos += 2;
        char first = cursor.peek();
        boolean prefixed = (first == '#' || first == '!') && cursor.at(cursor.pos + 1) != '}';
        if (prefixed) {
            cursor.pos++;
        }
        int name = cursor.pos;
        if (isSpecial(cursor.peek()) && !Character.isDigit(cursor.peek())) {
            cursor.pos++;
        } else {
            while (Cursor.isNameChar(cursor.peek())) {
                cursor.pos++;
            }
        }
        String named = cursor.text(name, cursor.pos);
        List<Part> argument = argument(start, quoted);
        return new Part.Parameter(named, argument, cursor.part(start));
    }

    private List<Part> argument(int start, boolean quoted) {
        List<Part> parts = new ArrayList<>();
        if (!cursor.enter()) {
            return parts;
        }
        while (!cursor.atEnd() && cursor.peek() != '}') {
            char c = cursor.peek();
            if (quoted && c == '\'') {
                literal(parts, true);
            } else if (c == '\'' || c == '"') {
                parts.add(new WordReader(cursor, this).quoted());
            } else {
                Part part = c == '$' || c == '`' ? expansion(quoted) : null;
                if (part == null) {
                    literal(parts, quoted);
                } else {
                    parts.add(part);
                }
            }
        }
        if (cursor.atEnd()) {
            cursor.problem(start, "expected a closing }");
        } else {
            cursor.pos++;
        }
        cursor.leave();
        return parts;
    }

    private void literal(List<Part> parts, boolean quoted) {
        int start = cursor.pos;
        do {
            cursor.pos += cursor.peek() == '\\' && cursor.pos + 1 < cursor.length() ? 2 : 1;
        } while (!cursor.atEnd() && !endsLiteral(cursor.peek(), quoted));
        parts.add(new Part.Literal(cursor.part(start), cursor.source.range(start, cursor.pos)));
    }

    private static boolean endsLiteral(char c, boolean quoted) {
        return c == '}' || c == '$' || c == '`' || c == '"' || (c == '\'' && !quoted);
    }

    private static boolean isSpecial(char c) {
        return switch (c) {
            case '@', '*', '#', '?', '-', '$', '!' -> true;
            default -> c >= '0' && c <= '9';
        };
    }
}
