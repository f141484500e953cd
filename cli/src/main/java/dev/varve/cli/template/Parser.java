package dev.varve.cli.template;

import java.util.ArrayList;
import java.util.List;

/** Reads the text of a template: what stands between double braces, and the text around it. */
final class Parser {
    private final String text;
    private int at;

    /** The action that ended the sequence that was read last: {@code end} or {@code else …}; empty at the end of the text. */
    private String ending = "";

    Parser(String text) {
        this.text = text;
    }

    Node parse() {
        Node root = sequence();
        if (!ending.isEmpty()) {
            throw new TemplateException("unexpected {{" + ending + "}}");
        }
        return root;
    }

    private Node sequence() {
        List<Node> nodes = new ArrayList<>();
        while (true) {
            int open = text.indexOf("{{", at);
            if (open < 0) {
                nodes.add(new Node.Text(text.substring(at)));
                at = text.length();
                ending = "";
                return new Node.Sequence(nodes);
            }
            boolean trimmed = text.startsWith("{{- ", open);
            String before = text.substring(at, open);
            nodes.add(new Node.Text(trimmed ? before.stripTrailing() : before));
            String action = action(open + (trimmed ? 3 : 2));
            String word = action.split("\\s", 2)[0];
            if (word.equals("end") || word.equals("else")) {
                ending = action;
                return new Node.Sequence(nodes);
            }
            if (!action.startsWith("/*")) {
                nodes.add(node(word, action));
            }
        }
    }

    /** What stands between here and the closing braces, which are skipped. */
    private String action(int start) {
        int close = start;
        char quote = 0;
        for (; close < text.length() && (quote != 0 || !text.startsWith("}}", close)); close++) {
            char c = text.charAt(close);
            if (quote == 0 && (c == '"' || c == '`')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == '"' && c == '\\') {
                close++;
            }
        }
        if (close >= text.length()) {
            throw new TemplateException(
                    "an action is not closed: '" + text.substring(start).strip() + "'");
        }
        String action = text.substring(start, close);
        at = close + 2;
        if (action.endsWith(" -")) {
            action = action.substring(0, action.length() - 1);
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return action.strip();
    }

    private Node node(String word, String action) {
        return switch (word) {
            case "if", "with", "range" -> block(word, action);
            case "define", "template", "block", "break", "continue" ->
                throw new TemplateException("{{" + word + "}} is not supported");
            default -> new Node.Print(new ExpressionParser(action).parse());
        };
    }

    private Node block(String word, String action) {
        Expression expression = new ExpressionParser(action.substring(word.length())).parse();
        Node then = sequence();
        Node otherwise = new Node.Sequence(List.of());
        if (ending.equals("else")) {
            otherwise = sequence();
        } else if (ending.startsWith("else")) {
            String nested = ending.substring("else".length()).strip();
            return finished(word, expression, then, node(nested.split("\\s", 2)[0], nested));
        }
        if (!ending.equals("end")) {
            throw new TemplateException("{{" + action + "}} has no {{end}}");
        }
        return finished(word, expression, then, otherwise);
    }

    private static Node finished(String word, Expression expression, Node then, Node otherwise) {
        return word.equals("range")
                ? new Node.Range(expression, then, otherwise)
                : new Node.Condition(expression, word.equals("with"), then, otherwise);
    }
}
