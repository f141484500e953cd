package dev.varve.cli.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands between the braces: values, calls, pipes. */
final class ExpressionParser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<text>\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`)|(?<number>-?[0-9]+)"
                    + "|(?<field>\\.[A-Za-z_]\\w*)|(?<word>[A-Za-z_]\\w*)|(?<sign>[.$|()]))");

    private static final List<String> BOOLEANS = List.of("true", "false");

    private final String action;
    private final Matcher matcher;
    private int at;

    ExpressionParser(String action) {
        this.action = action.strip();
        this.matcher = TOKEN.matcher(this.action);
    }

    Expression parse() {
        Expression expression = pipe();
        if (at < action.length()) {
            throw unexpected();
        }
        return expression;
    }

    /** Each command gets the value of the one before it as its last argument. */
    private Expression pipe() {
        Expression value = command(List.of());
        while (peek("sign", "|")) {
            next();
            value = command(List.of(value));
        }
        return value;
    }

    private Expression command(List<Expression> piped) {
        if (has("word")) {
            String word = next();
            if (BOOLEANS.contains(word)) {
                return new Expression.Literal(Boolean.valueOf(word));
            }
            List<Expression> arguments = new ArrayList<>();
            while (startsOperand()) {
                arguments.add(operand());
            }
            arguments.addAll(piped);
            return new Expression.Call(word, arguments);
        }
        if (!piped.isEmpty()) {
            throw new TemplateException("'{{" + action + "}}': what follows | is no function");
        }
        return operand();
    }

    private boolean startsOperand() {
        return has("text")
                || has("number")
                || has("field")
                || has("word")
                || peek("sign", ".")
                || peek("sign", "$")
                || peek("sign", "(");
    }

    private Expression operand() {
        Expression value;
        if (has("text")) {
            value = new Expression.Literal(unquoted(next()));
        } else if (has("number")) {
            value = new Expression.Literal(Long.parseLong(next()));
        } else if (has("field")) {
            value = new Expression.Field(new Expression.Dot(), next().substring(1));
        } else if (has("word")) {
            String word = next();
            if (!BOOLEANS.contains(word)) {
                throw new TemplateException("'{{" + action + "}}': put the call of " + word + " into parentheses");
            }
            value = new Expression.Literal(Boolean.valueOf(word));
        } else if (peek("sign", ".")) {
            next();
            return new Expression.Dot();
        } else if (peek("sign", "$")) {
            next();
            value = new Expression.Root();
        } else if (peek("sign", "(")) {
            next();
            value = pipe();
            if (!peek("sign", ")")) {
                throw unexpected();
            }
            next();
        } else {
            throw unexpected();
        }
        while (at < action.length() && action.charAt(at) == '.' && has("field")) {
            value = new Expression.Field(value, next().substring(1));
        }
        return value;
    }

    private static String unquoted(String text) {
        String inner = text.substring(1, text.length() - 1);
        return text.startsWith("`")
                ? inner
                : inner.replaceAll("\\\\n", "\n").replaceAll("\\\\t", "\t").replaceAll("\\\\(.)", "$1");
    }

    private boolean has(String kind) {
        return matcher.region(at, action.length()).lookingAt() && matcher.group(kind) != null;
    }

    private boolean peek(String kind, String token) {
        return has(kind) && token.equals(matcher.group(kind));
    }

    private String next() {
        String token = matcher.group().strip();
        at = matcher.end();
        return token;
    }

    private TemplateException unexpected() {
        return new TemplateException("'{{" + action + "}}' is not understood"
                + (at < action.length() ? " from '" + action.substring(at).strip() + "' on" : ""));
    }
}
