package dev.varve.structure;

import java.util.Map;

/** {@code $NAME} and {@code ${NAME}} in a text as Go's {@code os.Expand} replaces them; what is not set is nothing. */
final class Expansion {
    private static final String SPECIAL = "*#$@!?-0123456789";

    private final String text;
    private final Map<String, String> variables;
    private final StringBuilder out = new StringBuilder();

    private Expansion(String text, Map<String, String> variables) {
        this.text = text;
        this.variables = variables;
    }

    static String of(String text, Map<String, String> variables) {
        Expansion expansion = new Expansion(text, variables);
        for (int at = 0; at < text.length(); ) {
            at = text.charAt(at) == '$' && at + 1 < text.length() ? expansion.variable(at) : expansion.plain(at);
        }
        return expansion.out.toString();
    }

    private int plain(int at) {
        out.append(text.charAt(at));
        return at + 1;
    }

    /** Where the text goes on behind the dollar sign and what belongs to it. */
    private int variable(int dollar) {
        int start = dollar + 1;
        char first = text.charAt(start);
        if (first == '{') {
            return inBraces(start + 1);
        }
        if (SPECIAL.indexOf(first) >= 0) {
            return put(start, start + 1, start + 1);
        }
        int end = start;
        while (end < text.length() && isNameCharacter(text.charAt(end))) {
            end++;
        }
        return end == start ? plain(dollar) : put(start, end, end);
    }

    /** A brace that is not closed, or closed at once, goes without the rest. */
    private int inBraces(int start) {
        boolean special = start < text.length() && SPECIAL.indexOf(text.charAt(start)) >= 0;
        if (special && text.startsWith("}", start + 1)) {
            return put(start, start + 1, start + 2);
        }
        int end = text.indexOf('}', start);
        return end < 0 ? start : put(start, end, end + 1);
    }

    private int put(int start, int end, int next) {
        out.append(variables.getOrDefault(text.substring(start, end), ""));
        return next;
    }

    private static boolean isNameCharacter(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
