package dev.varve.lint.report.html;

import dev.varve.lint.report.Characters;

/** Text from a repository, which may be made to deceive, as text of a page. */
final class Shown {
    private Shown() {}

    /** Text between tags or in a quoted attribute. */
    static String escaped(String text) {
        String shown = Characters.visible(text);
        StringBuilder out = new StringBuilder(shown.length() + 16);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Text as a JSON string that may stand within a script element. */
    static String json(String text) {
        String shown = Characters.visible(text);
        StringBuilder out = new StringBuilder(shown.length() + 2).append('"');
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** On one line, no longer than this. */
    static String line(String text, int longest) {
        String line = text.replaceAll("[\\s\\u0085\\u2028\\u2029]+", " ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
