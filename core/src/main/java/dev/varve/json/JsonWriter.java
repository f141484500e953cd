package dev.varve.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/**
 * Writes a document, one token after the other, without white space. Half a surrogate pair, which is no character, becomes
 * U+FFFD. What cannot be written is an {@link UncheckedIOException}.
 */
public final class JsonWriter {
    private static final char NO_CHARACTER = '\uFFFD';
    private static final String ESCAPED = "\"\\\b\f\n\r\t";
    private static final String LETTERS = "\"\\bfnrt";
    private static final String DIGITS = "0123456789ABCDEF";

    private final Appendable out;
    private boolean follows;

    public JsonWriter(Appendable out) {
        this.out = out;
    }

    public JsonWriter startObject() {
        return open('{');
    }

    public JsonWriter endObject() {
        return close('}');
    }

    public JsonWriter startList() {
        return open('[');
    }

    public JsonWriter endList() {
        return close(']');
    }

    /** The name of a member, which its value follows. */
    public JsonWriter name(String name) {
        text(name);
        append(':');
        follows = false;
        return this;
    }

    public JsonWriter text(String text) {
        separate();
        append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                append(text, from, i);
                escape(c);
                from = i + 1;
            } else if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    append(text, from, i);
                    append(NO_CHARACTER);
                    from = i + 1;
                }
            }
        }
        append(text, from, text.length());
        append('"');
        return this;
    }

    private void escape(char c) {
        append('\\');
        int known = ESCAPED.indexOf(c);
        if (known >= 0) {
            append(LETTERS.charAt(known));
        } else {
            append("u00", 0, 3);
            append(DIGITS.charAt(c >> 4));
            append(DIGITS.charAt(c & 0xF));
        }
    }

    public JsonWriter number(long number) {
        return literal(Long.toString(number));
    }

    public JsonWriter number(BigDecimal number) {
        return literal(number.toString());
    }

    /** @param number neither infinite nor no number, for which JSON has no word */
    public JsonWriter number(double number) {
        return literal(Double.toString(number));
    }

    public JsonWriter truth(boolean value) {
        return literal(value ? "true" : "false");
    }

    public JsonWriter nothing() {
        return literal("null");
    }

    private JsonWriter literal(String text) {
        separate();
        append(text, 0, text.length());
        return this;
    }

    private JsonWriter open(char bracket) {
        separate();
        append(bracket);
        follows = false;
        return this;
    }

    private JsonWriter close(char bracket) {
        append(bracket);
        follows = true;
        return this;
    }

    private void separate() {
        if (follows) {
            append(',');
        }
        follows = true;
    }

    private void append(char c) {
        try {
            out.append(c);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String text, int from, int to) {
        try {
            if (from < to) {
                out.append(text, from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
