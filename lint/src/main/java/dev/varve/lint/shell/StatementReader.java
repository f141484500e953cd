package dev.varve.lint.shell;

import dev.varve.lint.shell.Statement.ChainOperator;
import dev.varve.lint.shell.Statement.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists, chains and pipelines (POSIX.1-2017, 2.10). What no shell would take is reported and passed over; every call
 * that is not at the end of what it may read goes forward.
 */
final class StatementReader {
    private static final Set<String> MISPLACED = Set.of("then", "else", "elif", "fi", "do", "done", "esac", "in", "}");

    private final Cursor cursor;
    private final SimpleReader simple;
    private final CompoundReader compound;

    StatementReader(Cursor cursor) {
        this.cursor = cursor;
        ExpansionReader expansions = new ExpansionReader(cursor, this);
        this.simple = new SimpleReader(cursor, new WordReader(cursor, expansions));
        this.compound = new CompoundReader(cursor, this, simple, expansions);
    }

    /** Where a list ends, besides a closing parenthesis and the end of the text. */
    enum Stop {
        NOWHERE,
        THEN,
        BRANCH,
        FI,
        DO,
        DONE,
        BRACE,
        CLAUSE;

        private boolean isAt(String word) {
            return switch (this) {
                case NOWHERE -> false;
                case THEN -> word.equals("then");
                case BRANCH -> word.equals("elif") || word.equals("else") || word.equals("fi");
                case FI -> word.equals("fi");
                case DO -> word.equals("do");
                case DONE -> word.equals("done");
                case BRACE -> word.equals("}");
                case CLAUSE -> word.equals("esac");
            };
        }
    }

    /** Everything up to the end of the text. */
    Sequence script() {
        return list(Stop.NOWHERE);
    }

    /** Statements up to, and without, what they end with. */
    Sequence list(Stop stop) {
        int start = cursor.pos;
        List<Sequence.Item> items = new ArrayList<>();
        if (!cursor.enter()) {
            return new Sequence(items, cursor.range(start));
        }
        cursor.skipLines();
        while (!cursor.atEnd() && !stops(stop)) {
            int before = cursor.pos;
            Statement statement = isMisplaced() ? null : chain();
            cursor.skipBlanks();
            boolean background = cursor.peek() == '&' && !cursor.atEnd();
            if (statement != null) {
                items.add(new Sequence.Item(statement, background));
            }
            separator(stop, before);
            cursor.skipLines();
        }
        cursor.leave();
        return new Sequence(items, cursor.range(start));
    }

    private boolean stops(Stop stop) {
        if (cursor.peek() == ')') {
            return cursor.isInParentheses();
        }
        boolean clauseEnds = stop == Stop.CLAUSE && cursor.peek() == ';' && isClauseEnd();
        return clauseEnds || stop.isAt(reserved());
    }

    private boolean isClauseEnd() {
        char next = cursor.at(cursor.pos + 1);
        return next == ';' || next == '&';
    }

    private boolean isMisplaced() {
        String word = reserved();
        if (!MISPLACED.contains(word)) {
            return false;
        }
        cursor.problem(cursor.pos, "expected a command, found " + word);
        cursor.pos += word.length();
        return true;
    }

    private void separator(Stop stop, int before) {
        if (cursor.atEnd() || cursor.peek() == '\n') {
            return;
        }
        if (stops(stop)) {
            return;
        }
        char c = cursor.peek();
        if (c == ';' || c == '&') {
            if (cursor.pos == before) {
                cursor.problem(before, "expected a command, found " + c);
            }
            cursor.pos++;
        } else if (cursor.pos == before) {
            cursor.problem(before, "expected a command, found " + c);
            cursor.pos++;
        } else if (c == ')') {
            cursor.problem(cursor.pos, "this ) closes nothing");
            cursor.pos++;
        }
    }

    private @Nullable Statement chain() {
        int start = cursor.pos;
        List<Statement> statements = new ArrayList<>();
        List<ChainOperator> operators = new ArrayList<>();
        while (true) {
            Statement next = pipeline();
            if (next == null) {
                cursor.problem(cursor.pos, "expected a command");
                if (!operators.isEmpty()) {
                    operators.remove(operators.size() - 1);
                }
            } else {
                statements.add(next);
            }
            cursor.skipBlanks();
            boolean and = cursor.looking("&&");
            if (!and && !cursor.looking("||")) {
                break;
            }
            cursor.pos += 2;
            if (!statements.isEmpty()) {
                operators.add(and ? ChainOperator.AND : ChainOperator.OR);
            }
            cursor.skipLines();
        }
        return switch (statements.size()) {
            case 0 -> null;
            case 1 -> statements.get(0);
            default -> new Statement.AndOr(operators, statements, cursor.range(start));
        };
    }

    private @Nullable Statement pipeline() {
        int start = cursor.pos;
        boolean marked = false;
        boolean negated = false;
        while (true) {
            String word = reserved();
            if (word.equals("!")) {
                negated = !negated;
            } else if (!word.equals("time")) {
                break;
            }
            marked = true;
            cursor.pos += word.length();
            cursor.skipBlanks();
            if (word.equals("time") && cursor.looking("-p")) {
                cursor.pos += 2;
                cursor.skipBlanks();
            }
        }
        List<Statement> commands = new ArrayList<>();
        while (true) {
            Statement next = command();
            if (next != null) {
                commands.add(next);
            } else if (!commands.isEmpty()) {
                cursor.problem(cursor.pos, "expected a command behind |");
            }
            cursor.skipBlanks();
            if (cursor.atEnd() || cursor.peek() != '|' || cursor.at(cursor.pos + 1) == '|') {
                break;
            }
            cursor.pos += cursor.at(cursor.pos + 1) == '&' ? 2 : 1;
            cursor.skipLines();
        }
        if (commands.isEmpty()) {
            return null;
        }
        boolean alone = commands.size() == 1 && !marked;
        return alone ? commands.get(0) : new Statement.Pipeline(negated, commands, cursor.range(start));
    }

    /** One command, simple or compound; null where none stands. */
    @Nullable
    Statement command() {
        if (cursor.atEnd()) {
            return null;
        }
        if (!cursor.enter()) {
            return null;
        }
        Statement found = compound.read(reserved());
        if (found == null) {
            found = simple.read();
            if (found instanceof Statement.Simple head && compound.isFunction(head)) {
                found = compound.function(head);
            }
        }
        cursor.leave();
        return found;
    }

    /** The reserved word at the cursor, or an empty string. */
    String reserved() {
        int end = cursor.pos;
        while (end < cursor.length() && end - cursor.pos < 9 && !Cursor.isMeta(cursor.at(end))) {
            end++;
        }
        boolean whole = end == cursor.length() || Cursor.isMeta(cursor.at(end));
        String word = whole ? cursor.text(cursor.pos, end) : "";
        return RESERVED.contains(word) ? word : "";
    }

    private static final Set<String> RESERVED = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "for",
            "select",
            "while",
            "until",
            "do",
            "done",
            "case",
            "esac",
            "in",
            "{",
            "}",
            "!",
            "[[",
            "function",
            "time");
}
