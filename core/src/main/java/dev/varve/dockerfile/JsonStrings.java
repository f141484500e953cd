package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON array of strings that the exec form of an instruction is, accepting exactly what Go's
 * {@code encoding/json} accepts. Nesting is kept in bits, so its depth is no danger.
 */
final class JsonStrings {
    /** How deep Go's decoder goes. */
    private static final int MAX_DEPTH = 10_000;

    private final LogicalLine line;
    private final List<Word> strings = new ArrayList<>();
    private final BitSet objects = new BitSet();
    private int depth;
    private int pos;
    private boolean onlyStrings = true;

    private JsonStrings(LogicalLine line, int start) {
        this.line = line;
        this.pos = start;
    }

    /** The outcome of reading: the strings, or else why there are none. */
    record Result(Kind kind, List<Word> strings) {
        enum Kind {
            STRINGS,
            /** An array of JSON, but not of strings only. */
            OTHER_VALUES,
            NOT_AN_ARRAY
        }
    }

    private static final Result NOT_AN_ARRAY = new Result(Result.Kind.NOT_AN_ARRAY, List.of());

    static Result read(LogicalLine line) {
        int start = line.start();
        while (start < line.end() && WhiteSpace.isSpace(line.at(start))) {
            start++;
        }
        if (start == line.end() || line.at(start) != '[') {
            return NOT_AN_ARRAY;
        }
        JsonStrings reader = new JsonStrings(line, start);
        if (!reader.array()) {
            return NOT_AN_ARRAY;
        }
        return reader.onlyStrings
                ? new Result(Result.Kind.STRINGS, reader.strings)
                : new Result(Result.Kind.OTHER_VALUES, List.of());
    }

    private boolean array() {
        if (!open(false)) {
            return false;
        }
        boolean valueNext = true;
        boolean first = true;
        while (depth > 0) {
            skipSpace();
            if (pos == line.end()) {
                return false;
            }
            char c = line.at(pos);
            char closing = objects.get(depth) ? '}' : ']';
            if (c == closing && (first || !valueNext)) {
                pos++;
                depth--;
                valueNext = false;
                first = false;
            } else if (!valueNext) {
                if (c != ',') {
                    return false;
                }
                pos++;
                valueNext = true;
                first = false;
            } else {
                if (objects.get(depth) && !key()) {
                    return false;
                }
                int before = depth;
                if (!value()) {
                    return false;
                }
                first = depth > before;
                valueNext = first;
            }
        }
        skipSpace();
        return pos == line.end();
    }

    private boolean open(boolean object) {
        pos++;
        objects.set(++depth, object);
        return depth <= MAX_DEPTH;
    }

    private void skipSpace() {
        while (pos < line.end() && isSpace(line.at(pos))) {
            pos++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private boolean key() {
        if (line.at(pos) != '"' || string() == null) {
            return false;
        }
        skipSpace();
        if (pos == line.end() || line.at(pos) != ':') {
            return false;
        }
        pos++;
        skipSpace();
        return pos < line.end();
    }

    private boolean value() {
        char c = line.at(pos);
        if (c == '"') {
            int start = pos;
            String text = string();
            if (text != null && depth == 1 && onlyStrings) {
                strings.add(new Word(text, line.range(start, pos)));
            }
            return text != null;
        }
        onlyStrings = false;
        return switch (c) {
            case '[' -> open(false);
            case '{' -> open(true);
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        };
    }

    private boolean literal(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (pos == line.end() || line.at(pos++) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        int start = pos;
        skip('-');
        if (!skip('0') && !digits()) {
            return false;
        }
        if (skip('.') && !digits()) {
            return false;
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            if (!digits()) {
                return false;
            }
        }
        return !Double.isInfinite(Double.parseDouble(line.part(start, pos).text()));
    }

    private boolean skip(char c) {
        boolean there = pos < line.end() && line.at(pos) == c;
        if (there) {
            pos++;
        }
        return there;
    }

    private boolean digits() {
        int start = pos;
        while (pos < line.end() && line.at(pos) >= '0' && line.at(pos) <= '9') {
            pos++;
        }
        return pos > start;
    }

    /** The string that starts here, or null if it is not one. */
    private @Nullable String string() {
        StringBuilder out = new StringBuilder();
        pos++;
        while (pos < line.end()) {
            char c = line.at(pos++);
            if (c == '"') {
                return Utf8.replaceInvalid(out.toString());
            }
            if (c < ' ') {
                return null;
            }
            if (c != '\\') {
                out.append(c);
            } else if (!escape(out)) {
                return null;
            }
        }
        return null;
    }

    private boolean escape(StringBuilder out) {
        if (pos == line.end()) {
            return false;
        }
        char c = line.at(pos++);
        int plain = "\"\\/bfnrt".indexOf(c);
        if (plain >= 0) {
            out.append("\"\\/\b\f\n\r\t".charAt(plain));
            return true;
        }
        int unit = c == 'u' ? hex(pos) : -1;
        if (unit < 0) {
            return false;
        }
        pos += 4;
        if (Character.isHighSurrogate((char) unit)) {
            int low = pos + 1 < line.end() && line.at(pos) == '\\' && line.at(pos + 1) == 'u' ? hex(pos + 2) : -1;
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                out.append((char) unit).append((char) low);
                pos += 6;
                return true;
            }
        }
        out.appendCodePoint(Utf8.validOrReplacement(unit));
        return true;
    }

    private int hex(int from) {
        if (from + 4 > line.end()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            char c = line.at(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
