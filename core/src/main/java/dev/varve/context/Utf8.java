package dev.varve.context;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text and bytes, without loss: bytes that are not UTF-8 become lone surrogates U+DC80 to U+DCFF, and back. File names and
 * ignore files may hold any bytes, and both must come through.
 */
public final class Utf8 {
    /** What Go calls {@code utf8.RuneError}. */
    static final int REPLACEMENT = 0xFFFD;

    private static final int ESCAPE = 0xDC00;

    private Utf8() {}

    /** The text of these bytes. */
    public static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(bytes.length);
        for (int at = 0; at < bytes.length; ) {
            int width = width(bytes, at);
            if (width == 0) {
                out.append((char) (ESCAPE + (bytes[at++] & 0xFF)));
            } else {
                out.append(new String(bytes, at, width, StandardCharsets.UTF_8));
                at += width;
            }
        }
        return out.toString();
    }

    /** The bytes of this text. */
    public static byte[] encode(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = !Character.isSurrogate(text.charAt(i));
        }
        if (plain) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isEscapedByte(c)) {
                out.write(c - ESCAPE);
            } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }

    /** The code point at an index, a byte that is no text as U+FFFD. */
    static int rune(byte[] bytes, int at) {
        if (bytes[at] >= 0) {
            return bytes[at];
        }
        int width = width(bytes, at);
        return width == 0 ? REPLACEMENT : new String(bytes, at, width, StandardCharsets.UTF_8).codePointAt(0);
    }

    /** How many bytes {@link #rune} covers. */
    static int runeWidth(byte[] bytes, int at) {
        return Math.max(1, width(bytes, at));
    }

    static boolean isEscapedByte(int codePoint) {
        return codePoint >= ESCAPE + 0x80 && codePoint <= ESCAPE + 0xFF;
    }

    /** The length of the well-formed sequence at an index; 0 when there is none. */
    private static int width(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + width > bytes.length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < width; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return width;
    }
}
