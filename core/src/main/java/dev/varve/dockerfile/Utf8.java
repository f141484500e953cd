package dev.varve.dockerfile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * UTF-8 that loses nothing: a byte that is not part of a valid sequence becomes the lone surrogate U+DC00 plus that byte,
 * and such a surrogate becomes the byte again.
 *
 * <p>What is valid is what Go's {@code unicode/utf8} takes: no overlong forms, no surrogates, nothing above U+10FFFF.
 */
final class Utf8 {
    private static final char ESCAPE_BASE = '\uDC00';

    private Utf8() {}

    static String decode(byte[] bytes) {
        int ascii = 0;
        while (ascii < bytes.length && bytes[ascii] >= 0) {
            ascii++;
        }
        if (ascii == bytes.length) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        StringBuilder out = new StringBuilder(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            int length = sequenceLength(bytes, i);
            if (length == 0) {
                out.append((char) (ESCAPE_BASE + (bytes[i++] & 0xFF)));
            } else {
                out.appendCodePoint(codePoint(bytes, i, length));
                i += length;
            }
        }
        return out.toString();
    }

    static byte[] encode(String text) {
        byte[] out = new byte[text.length() + 16];
        int size = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (size + 4 > out.length) {
                out = Arrays.copyOf(out, out.length * 2);
            }
            size = encode(c, out, size);
        }
        return Arrays.copyOf(out, size);
    }

    /** The text as Go has it once it went through runes: what is not UTF-8 becomes U+FFFD. */
    static String replaceInvalid(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(Utf8::validOrReplacement)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    static int validOrReplacement(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c;
    }

    /** Whether a char, taken alone, stands for a byte that was not UTF-8. */
    static boolean isEscapedByte(int c) {
        return c >= ESCAPE_BASE + 0x80 && c <= ESCAPE_BASE + 0xFF;
    }

    /** The lone surrogate that stands for a byte. */
    static char escapedByte(int b) {
        return (char) (ESCAPE_BASE + b);
    }

    /** Writes a code point's bytes and returns where they end; other lone surrogates get the three bytes of their number. */
    static int encode(int c, byte[] out, int at) {
        if (isEscapedByte(c)) {
            return put(out, at, c - ESCAPE_BASE);
        }
        if (c < 0x80) {
            return put(out, at, c);
        }
        if (c < 0x800) {
            return put(out, put(out, at, 0xC0 | (c >> 6)), 0x80 | (c & 0x3F));
        }
        int next;
        if (c < 0x10000) {
            next = put(out, at, 0xE0 | (c >> 12));
        } else {
            next = put(out, put(out, at, 0xF0 | (c >> 18)), 0x80 | ((c >> 12) & 0x3F));
        }
        return put(out, put(out, next, 0x80 | ((c >> 6) & 0x3F)), 0x80 | (c & 0x3F));
    }

    private static int put(byte[] out, int at, int b) {
        out[at] = (byte) b;
        return at + 1;
    }

    /** The length of the valid sequence at {@code i}, or 0. */
    private static int sequenceLength(byte[] bytes, int i) {
        int first = bytes[i] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xC2 && first <= 0xDF
                ? 2
                : first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
        if (length == 0 || i + length > bytes.length) {
            return 0;
        }
        int second = bytes[i + 1] & 0xFF;
        int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int k = 2; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static int codePoint(byte[] bytes, int i, int length) {
        int c = length == 1 ? bytes[i] : bytes[i] & (0xFF >> (length + 1));
        for (int k = 1; k < length; k++) {
            c = (c << 6) | (bytes[i + k] & 0x3F);
        }
        return c;
    }
}
