package dev.varve.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads simple commands and redirections (POSIX.1-2017, 2.7 and 2.9.1). */
final class SimpleReader {
    private static final List<String> OPERATORS =
            List.of("&>>", "<<<", "<<-", "&>", "<<", ">>", "<&", ">&", "<>", ">|", "<", ">");

    private final Cursor cursor;
    private final WordReader words;

    SimpleReader(Cursor cursor, WordReader words) {
        this.cursor = cursor;
        this.words = words;
    }

    /** A word, quotes and expansions included. */
    ShellWord word() {
        return words.word();
    }

    /** The simple command at the cursor; null where none stands. */
    Statement.@Nullable Simple read() {
        int start = cursor.pos;
        List<ShellAssignment> assignments = new ArrayList<>();
        List<ShellWord> found = new ArrayList<>();
        List<Redirection> redirections = new ArrayList<>();
        while (true) {
            cursor.skipBlanks();
            Redirection redirection = redirection();
            if (redirection != null) {
                redirections.add(redirection);
                continue;
            }
            ShellAssignment assignment = found.isEmpty() ? assignment() : null;
            if (assignment != null) {
                assignments.add(assignment);
                continue;
            }
            ShellWord word = cursor.atEnd() ? null : words.word();
            if (word == null || word.parts().isEmpty()) {
                break;
            }
            found.add(word);
        }
        boolean nothing = assignments.isEmpty() && found.isEmpty() && redirections.isEmpty();
        return nothing ? null : new Statement.Simple(assignments, found, redirections, cursor.range(start));
    }

    /** The redirections behind a compound command. */
    List<Redirection> redirections() {
        List<Redirection> redirections = new ArrayList<>();
        cursor.skipBlanks();
        Redirection next = redirection();
        while (next != null) {
            redirections.add(next);
            cursor.skipBlanks();
            next = redirection();
        }
        return redirections;
    }

    private @Nullable Redirection redirection() {
        int start = cursor.pos;
        int at = start;
        while (at - start < 6 && cursor.at(at) >= '0' && cursor.at(at) <= '9') {
            at++;
        }
        char c = cursor.at(at);
        boolean both = c == '&' && at == start && cursor.at(at + 1) == '>';
        if (cursor.atEnd() || !(c == '<' || c == '>' || both)) {
            return null;
        }
        if (c != '&' && cursor.at(at + 1) == '(') {
            return null;
        }
        int descriptor = at == start ? -1 : Integer.parseInt(cursor.text(start, at));
        cursor.pos = at;
        String operator = OPERATORS.stream().filter(cursor::looking).findFirst().orElseThrow();
        cursor.pos += operator.length();
        while (Cursor.isBlank(cursor.peek()) || cursor.isEscapedLineFeed()) {
            cursor.pos += cursor.peek() == '\\' ? 2 : 1;
        }
        ShellWord target = words.word();
        if (target.parts().isEmpty()) {
            cursor.problem(cursor.pos, "expected a word behind " + operator);
        }
        boolean heredoc = operator.equals("<<") || operator.equals("<<-");
        int end = cursor.pos;
        ShellWord body = heredoc ? new HeredocReader(cursor).read(target, operator.equals("<<-")) : null;
        return new Redirection(descriptor, operator, target, body, cursor.source.range(start, end));
    }

    private @Nullable ShellAssignment assignment() {
        int start = cursor.pos;
        if (cursor.atEnd() || !Cursor.isNameStart(cursor.peek())) {
            return null;
        }
        int at = start;
        while (Cursor.isNameChar(cursor.at(at))) {
            at++;
        }
        if (cursor.at(at) == '[') {
            at = subscriptEnd(at);
        }
        boolean append = cursor.at(at) == '+';
        if (cursor.at(append ? at + 1 : at) != '=') {
            return null;
        }
        String name = cursor.text(start, at);
        cursor.pos = at + (append ? 2 : 1);
        List<ShellWord> values = cursor.peek() == '(' ? array() : List.of(words.word());
        return new ShellAssignment(name, append, values, cursor.source.range(start, cursor.pos));
    }

    private int subscriptEnd(int open) {
        int limit = Math.min(cursor.length(), open + 128);
        for (int i = open + 1; i < limit && !Cursor.isMeta(cursor.at(i)); i++) {
            if (cursor.at(i) == ']') {
                return i + 1;
            }
        }
        return open;
    }

    private List<ShellWord> array() {
        int start = cursor.pos++;
        List<ShellWord> values = new ArrayList<>();
        cursor.skipLines();
        while (!cursor.atEnd() && cursor.peek() != ')') {
            ShellWord value = words.word();
            if (value.parts().isEmpty()) {
                break;
            }
            values.add(value);
            cursor.skipLines();
        }
        if (cursor.atEnd() || cursor.peek() != ')') {
            cursor.problem(start, "expected a closing )");
        } else {
            cursor.pos++;
        }
        return values;
    }
}
