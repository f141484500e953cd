package dev.varve.lint.shell;

import dev.varve.dockerfile.SourceRange;
import dev.varve.lint.shell.Statement.Sequence;
import dev.varve.lint.shell.StatementReader.Stop;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads compound commands and functions (POSIX.1-2017, 2.9.4 and 2.9.5). */
final class CompoundReader {
    private final Cursor cursor;
    private final StatementReader statements;
    private final SimpleReader simple;
    private final ExpansionReader expansions;

    CompoundReader(Cursor cursor, StatementReader statements, SimpleReader simple, ExpansionReader expansions) {
        this.cursor = cursor;
        this.statements = statements;
        this.simple = simple;
        this.expansions = expansions;
    }

    /** The compound command that a reserved word or a parenthesis opens; null where the cursor is at neither. */
    @Nullable
    Statement read(String word) {
        return switch (word) {
            case "if" -> conditional();
            case "while", "until" -> loop(word.equals("until"));
            case "for", "select" -> each(word);
            case "case" -> choice();
            case "{" -> group();
            case "[[" -> test();
            case "function" -> namedFunction();
            default -> cursor.peek() == '(' ? parenthesis() : null;
        };
    }

    private Statement parenthesis() {
        int start = cursor.pos;
        int end = cursor.at(start + 1) == '(' ? expansions.arithmeticEnd(start) : -1;
        if (end >= 0) {
            cursor.pos = end;
            return new Statement.Arithmetic(simple.redirections(), cursor.range(start));
        }
        cursor.pos++;
        cursor.open();
        Sequence body = statements.list(Stop.NOWHERE);
        cursor.close();
        if (cursor.atEnd() || cursor.peek() != ')') {
            cursor.problem(start, "expected a closing )");
        } else {
            cursor.pos++;
        }
        return new Statement.Subshell(body, simple.redirections(), cursor.range(start));
    }

    private Statement group() {
        int start = cursor.pos++;
        Sequence body = statements.list(Stop.BRACE);
        expect("}", start);
        return new Statement.Group(body, simple.redirections(), cursor.range(start));
    }

    private Statement conditional() {
        int start = cursor.pos;
        List<Sequence> conditions = new ArrayList<>();
        List<Sequence> bodies = new ArrayList<>();
        Sequence otherwise = null;
        String word = "if";
        while (word.equals("if") || word.equals("elif")) {
            cursor.pos += word.length();
            conditions.add(statements.list(Stop.THEN));
            expect("then", start);
            bodies.add(statements.list(Stop.BRANCH));
            word = statements.reserved();
        }
        if (word.equals("else")) {
            cursor.pos += word.length();
            otherwise = statements.list(Stop.FI);
        }
        expect("fi", start);
        return new Statement.If(conditions, bodies, otherwise, simple.redirections(), cursor.range(start));
    }

    private Statement loop(boolean until) {
        int start = cursor.pos;
        cursor.pos += 5;
        Sequence condition = statements.list(Stop.DO);
        Sequence body = body(start);
        return new Statement.While(until, condition, body, simple.redirections(), cursor.range(start));
    }

    private Statement each(String keyword) {
        int start = cursor.pos;
        cursor.pos += keyword.length();
        cursor.skipBlanks();
        String name = "";
        List<ShellWord> words = null;
        int end = cursor.looking("((") ? expansions.arithmeticEnd(cursor.pos) : -1;
        if (end >= 0) {
            cursor.pos = end;
        } else {
            name = simple.word().text();
            cursor.skipLines();
            if (statements.reserved().equals("in")) {
                cursor.pos += 2;
                words = words();
            }
        }
        cursor.skipBlanks();
        if (!cursor.atEnd() && cursor.peek() == ';') {
            cursor.pos++;
        }
        cursor.skipLines();
        Sequence body = body(start);
        return new Statement.For(name, words, body, simple.redirections(), cursor.range(start));
    }

    private List<ShellWord> words() {
        List<ShellWord> words = new ArrayList<>();
        cursor.skipBlanks();
        ShellWord word = simple.word();
        while (!word.parts().isEmpty()) {
            words.add(word);
            cursor.skipBlanks();
            word = simple.word();
        }
        return words;
    }

    private Sequence body(int start) {
        if (statements.reserved().equals("{")) {
            cursor.pos++;
            Sequence body = statements.list(Stop.BRACE);
            expect("}", start);
            return body;
        }
        expect("do", start);
        Sequence body = statements.list(Stop.DONE);
        expect("done", start);
        return body;
    }

    private Statement choice() {
        int start = cursor.pos;
        cursor.pos += 4;
        cursor.skipBlanks();
        ShellWord word = simple.word();
        cursor.skipLines();
        expect("in", start);
        List<Statement.Case.Clause> clauses = new ArrayList<>();
        cursor.skipLines();
        while (!cursor.atEnd() && !statements.reserved().equals("esac")) {
            Statement.Case.Clause clause = clause();
            if (clause == null) {
                break;
            }
            clauses.add(clause);
            cursor.skipLines();
        }
        expect("esac", start);
        return new Statement.Case(word, clauses, simple.redirections(), cursor.range(start));
    }

    private Statement.Case.@Nullable Clause clause() {
        if (cursor.peek() == '(') {
            cursor.pos++;
        }
        List<ShellWord> patterns = new ArrayList<>();
        cursor.skipBlanks();
        ShellWord pattern = simple.word();
        while (!pattern.parts().isEmpty()) {
            patterns.add(pattern);
            cursor.skipBlanks();
            if (cursor.atEnd() || cursor.peek() != '|') {
                break;
            }
            cursor.pos++;
            cursor.skipBlanks();
            pattern = simple.word();
        }
        if (cursor.atEnd() || cursor.peek() != ')') {
            cursor.problem(cursor.pos, "expected a ) behind the patterns");
            return null;
        }
        cursor.pos++;
        Sequence body = statements.list(Stop.CLAUSE);
        while (!cursor.atEnd() && (cursor.peek() == ';' || cursor.peek() == '&')) {
            cursor.pos++;
        }
        return new Statement.Case.Clause(patterns, body);
    }

    private Statement test() {
        int start = cursor.pos;
        cursor.pos += 2;
        List<ShellWord> words = new ArrayList<>();
        cursor.skipLines();
        while (!cursor.atEnd() && cursor.peek() != ';' && !isTestEnd()) {
            ShellWord word = simple.word();
            if (word.parts().isEmpty()) {
                int operator = cursor.pos++;
                words.add(new ShellWord(
                        List.of(new Part.Literal(cursor.part(operator), cursor.range(operator))),
                        cursor.part(operator)));
            } else {
                words.add(word);
            }
            cursor.skipLines();
        }
        expect("]]", start);
        return new Statement.Test(words, simple.redirections(), cursor.range(start));
    }

    private boolean isTestEnd() {
        int behind = cursor.pos + 2;
        return cursor.looking("]]") && (behind == cursor.length() || Cursor.isMeta(cursor.at(behind)));
    }

    private Statement namedFunction() {
        int start = cursor.pos;
        cursor.pos += "function".length();
        cursor.skipBlanks();
        String name = simple.word().text();
        cursor.skipBlanks();
        if (cursor.looking("()")) {
            cursor.pos += 2;
        }
        return functionBody(name, start);
    }

    /** Whether the parentheses of a function's definition follow a command. */
    boolean isFunction(Statement.Simple head) {
        if (cursor.atEnd() || cursor.peek() != '(') {
            return false;
        }
        int at = cursor.pos + 1;
        while (Cursor.isBlank(cursor.at(at))) {
            at++;
        }
        boolean named = head.words().size() == 1
                && head.assignments().isEmpty()
                && head.redirections().isEmpty();
        return named && at < cursor.length() && cursor.at(at) == ')';
    }

    /** The function that a command names, the cursor being at its parentheses. */
    Statement function(Statement.Simple head) {
        int start = cursor.pos;
        cursor.pos = cursor.indexOf(')', start) + 1;
        String name = head.words().get(0).text();
        Statement.Function function = (Statement.Function) functionBody(name, start);
        int from = head.range().start();
        return new Statement.Function(
                name,
                function.body(),
                new SourceRange(from, Math.max(from, function.range().end())));
    }

    private Statement functionBody(String name, int start) {
        cursor.skipLines();
        Statement body = statements.command();
        if (body == null) {
            cursor.problem(cursor.pos, "expected the body of " + name);
            body = new Sequence(List.of(), cursor.source.range(cursor.pos, cursor.pos));
        }
        return new Statement.Function(name, body, cursor.range(start));
    }

    private void expect(String word, int opened) {
        if (cursor.looking(word)) {
            cursor.pos += word.length();
        } else {
            cursor.problem(opened, "expected " + word);
        }
    }
}
