package dev.varve.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document in UTF-8, strictly as RFC 8259 has it. Of our own, as a library's takes longer to be loaded than most
 * commands take to do their work.
 */
final class JsonReader {
    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 1000;

    private final byte[] text;
    private int at;
    private int depth;

    private JsonReader(byte[] text) {
        this.text = text;
    }

    static @Nullable Object read(byte[] utf8) throws JsonException {
        JsonReader reader = new JsonReader(utf8);
        if (reader.next() < 0) {
            throw new JsonException("no JSON: the text is empty");
        }
        Object value = reader.value();
        if (reader.next() >= 0) {
            throw new JsonException("something follows the JSON document");
        }
        return value;
    }

    /** The next byte that is no white space, without taking it; -1 at the end. */
    private int next() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
        return at < text.length ? text[at] & 0xFF : -1;
    }

    private @Nullable Object value() throws JsonException {
        return switch (next()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw expected("a value");
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) throws JsonException {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= text.length || text[at + i] != word.charAt(i)) {
                throw expected(word);
            }
        }
        at += word.length();
        return value;
    }

    private JsonObject object() throws JsonException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        enter();
        while (more('}', members.isEmpty())) {
            if (next() != '"') {
                throw expected("the name of a member");
            }
            String name = string();
            if (members.containsKey(name)) {
                throw new JsonException("no JSON: '" + name + "' comes twice in one object" + place());
            }
            if (next() != ':') {
                throw expected("':'");
            }
            at++;
            members.put(name, value());
        }
        return JsonObject.of(members);
    }

    private List<@Nullable Object> list() throws JsonException {
        List<@Nullable Object> items = new ArrayList<>();
        enter();
        while (more(']', items.isEmpty())) {
            items.add(value());
        }
        return items;
    }

    private void enter() throws JsonException {
        at++;
        depth++;
        if (depth > DEEPEST) {
            throw new JsonException("no JSON: it is nested more than " + DEEPEST + " deep" + place());
        }
    }

    /** Whether something comes before the end, with the comma between two. */
    private boolean more(char end, boolean first) throws JsonException {
        int next = next();
        if (next == end) {
            at++;
            depth--;
            return false;
        }
        if (first) {
            return true;
        }
        if (next != ',') {
            throw expected("',' or '" + end + "'");
        }
        at++;
        return true;
    }

    private Number number() throws JsonException {
        int from = at;
        if (text[at] == '-') {
            at++;
        }
        int whole = digits();
        if (whole > 1 && text[at - whole] == '0') {
            throw expected("no zero before a number");
        }
        boolean isWhole = true;
        if (at < text.length && text[at] == '.') {
            at++;
            digits();
            isWhole = false;
        }
        if (at < text.length && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            if (at < text.length && (text[at] == '+' || text[at] == '-')) {
                at++;
            }
            digits();
            isWhole = false;
        }
        String number = new String(text, from, at - from, UTF_8);
        try {
            if (number.length() <= LONGEST_NUMBER) {
                return isWhole ? (Number) Long.valueOf(number) : new BigDecimal(number);
            }
        } catch (NumberFormatException e) {
            // the same as one with too many digits
        }
        throw new JsonException("no JSON: a number is too large" + place());
    }

    /** How many there are, at least one. */
    private int digits() throws JsonException {
        int from = at;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw expected("a digit");
        }
        return at - from;
    }

    private String string() throws JsonException {
        at++;
        int from = at;
        StringBuilder unescaped = null;
        boolean ascii = true;
        while (at < text.length && text[at] != '"') {
            if (text[at] >= 0 && text[at] < ' ') {
                throw expected("no control character in a text");
            }
            ascii &= text[at] >= 0;
            if (text[at] == '\\') {
                unescaped = unescaped == null ? new StringBuilder() : unescaped;
                unescaped.append(decode(from, ascii));
                at++;
                unescaped.append(escaped());
                from = at;
            } else {
                at++;
            }
        }
        if (at >= text.length) {
            throw expected("the end of a text");
        }
        String last = decode(from, ascii);
        at++;
        return unescaped == null ? last : unescaped.append(last).toString();
    }

    private String decode(int from, boolean ascii) throws JsonException {
        if (ascii) {
            return new String(text, from, at - from, UTF_8);
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(text, from, at - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("no JSON: a text is not in UTF-8" + place());
        }
    }

    private char escaped() throws JsonException {
        int letter = at < text.length ? text[at] : -1;
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> (char) letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw expected("an escape such as \\n or \\u00e9");
        };
    }

    private char unicode() throws JsonException {
        int code = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = at < text.length ? Character.digit(text[at], 16) : -1;
            if (digit < 0) {
                throw expected("four hexadecimal digits");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private JsonException expected(String what) {
        String found = at < text.length ? "" : ", and the text ends";
        return new JsonException("no JSON: expected " + what + place() + found);
    }

    /** Where the reader is, in lines and bytes of a line from 1. */
    private String place() {
        int line = 1;
        int start = 0;
        for (int i = 0; i < Math.min(at, text.length); i++) {
            if (text[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        return " in line " + line + ", column " + (at - start + 1);
    }
}
