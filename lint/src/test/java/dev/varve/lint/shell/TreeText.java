package dev.varve.lint.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A script's tree on one line: lists in brackets, simple commands as their words. */
final class TreeText {
    private TreeText() {}

    static String of(Statement statement) {
        if (statement instanceof Statement.Simple s) {
            return simple(s);
        }
        if (statement instanceof Statement.Pipeline s) {
            String parts = s.commands().stream().map(TreeText::of).collect(Collectors.joining(" | "));
            return (s.negated() ? "(! " : "(pipe ") + parts + ")";
        }
        if (statement instanceof Statement.AndOr s) {
            StringBuilder out = new StringBuilder("(").append(of(s.statements().get(0)));
            for (int i = 0; i < s.operators().size(); i++) {
                out.append(s.operators().get(i) == Statement.ChainOperator.AND ? " && " : " || ");
                out.append(of(s.statements().get(i + 1)));
            }
            return out.append(')').toString();
        }
        if (statement instanceof Statement.Sequence s) {
            return s.items().stream()
                    .map(i -> of(i.statement()) + (i.background() ? "&" : ""))
                    .collect(Collectors.joining("; ", "[", "]"));
        }
        return compound(statement);
    }

    private static String compound(Statement statement) {
        if (statement instanceof Statement.Subshell s) {
            return "(subshell " + of(s.body()) + redirections(s.redirections()) + ")";
        }
        if (statement instanceof Statement.Group s) {
            return "(group " + of(s.body()) + redirections(s.redirections()) + ")";
        }
        if (statement instanceof Statement.If s) {
            StringBuilder out = new StringBuilder("(");
            for (int i = 0; i < s.conditions().size(); i++) {
                out.append(i == 0 ? "if " : " elif ").append(of(s.conditions().get(i)));
                out.append(" then ").append(of(s.bodies().get(i)));
            }
            return out + orElse(s.otherwise()) + redirections(s.redirections()) + ")";
        }
        if (statement instanceof Statement.While s) {
            return (s.until() ? "(until " : "(while ") + of(s.condition()) + " do " + of(s.body())
                    + redirections(s.redirections()) + ")";
        }
        if (statement instanceof Statement.For s) {
            List<ShellWord> words = s.words();
            return "(for " + s.name() + (words == null ? "" : " in " + words(words)) + " do " + of(s.body())
                    + redirections(s.redirections()) + ")";
        }
        if (statement instanceof Statement.Case s) {
            return "(case " + word(s.word())
                    + s.clauses().stream()
                            .map(c -> " " + words(c.patterns()) + ") " + of(c.body()))
                            .collect(Collectors.joining())
                    + redirections(s.redirections()) + ")";
        }
        if (statement instanceof Statement.Function s) {
            return "(function " + s.name() + " " + of(s.body()) + ")";
        }
        if (statement instanceof Statement.Test s) {
            return "(test " + words(s.words()) + redirections(s.redirections()) + ")";
        }
        return "(arithmetic)";
    }

    private static String orElse(Statement.@Nullable Sequence body) {
        return body == null ? "" : " else " + of(body);
    }

    private static String simple(Statement.Simple s) {
        String assignments = s.assignments().stream()
                .map(a -> a.name() + (a.append() ? "+=" : "=") + words(a.values()) + " ")
                .collect(Collectors.joining());
        return (assignments + words(s.words()) + redirections(s.redirections())).strip();
    }

    private static String redirections(List<Redirection> redirections) {
        return redirections.stream().map(TreeText::redirection).collect(Collectors.joining());
    }

    private static String redirection(Redirection r) {
        ShellWord body = r.body();
        String descriptor = r.descriptor() < 0 ? "" : String.valueOf(r.descriptor());
        String content = body == null ? "" : "{" + word(body).replace("\n", "~") + "}";
        return " " + descriptor + r.operator() + word(r.target()) + content;
    }

    private static String words(List<ShellWord> words) {
        return words.stream().map(TreeText::word).collect(Collectors.joining(" "));
    }

    static String word(ShellWord word) {
        return parts(word.parts());
    }

    private static String parts(List<Part> parts) {
        return parts.stream().map(TreeText::part).collect(Collectors.joining());
    }

    private static String part(Part part) {
        if (part instanceof Part.Literal p) {
            return p.text().text();
        }
        if (part instanceof Part.SingleQuoted p) {
            return "'" + p.text().text() + "'";
        }
        if (part instanceof Part.DoubleQuoted p) {
            return "\"" + parts(p.parts()) + "\"";
        }
        if (part instanceof Part.Parameter p) {
            return "${" + p.name() + (p.argument().isEmpty() ? "" : "/" + parts(p.argument())) + "}";
        }
        if (part instanceof Part.Substitution p) {
            return "$" + of(p.body());
        }
        return "$((…))";
    }
}
