package dev.varve.cli.container;

/** Text as Go's {@code strconv.Quote} quotes it, which is how docker shows a container's command. */
final class GoQuote {
    private GoQuote() {}

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder out, int c) {
        int escape = "\u0007\b\f\n\r\t\u000b\\\"".indexOf(c);
        if (escape >= 0) {
            out.append('\\').append("abfnrtv\\\"".charAt(escape));
        } else if (c < ' ' || c == 0x7f) {
            out.append("\\x%02x".formatted(c));
        } else {
            out.appendCodePoint(c);
        }
    }
}
