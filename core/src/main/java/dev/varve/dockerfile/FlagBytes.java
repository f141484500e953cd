package dev.varve.dockerfile;

import java.util.Arrays;

/** A line with a char for each byte of its UTF-8, and the way back. */
final class FlagBytes {
    private final LogicalLine chars;
    private final byte[] bytes;
    private final int[] charOfByte;
    private final int length;

    private FlagBytes(LogicalLine chars) {
        this.chars = chars;
        int capacity = 3 * (chars.end() - chars.start());
        this.bytes = new byte[capacity + 4];
        this.charOfByte = new int[capacity + 4];
        int size = 0;
        for (int i = chars.start(); i < chars.end(); ) {
            int c = chars.codePointAt(i);
            int next = Utf8.encode(c, bytes, size);
            Arrays.fill(charOfByte, size, next, i);
            size = next;
            i += Character.charCount(c);
        }
        charOfByte[size] = chars.end();
        this.length = size;
    }

    static FlagBytes of(LogicalLine line) {
        return new FlagBytes(line);
    }

    /** The bytes as chars up to U+00FF; its indexes are those of the bytes. */
    LogicalLine line() {
        char[] latin = new char[length];
        for (int i = 0; i < length; i++) {
            latin[i] = (char) (bytes[i] & 0xFF);
        }
        return chars.mapped(latin, i -> charOfByte[i]);
    }

    /** The chars from a byte on; what is left of a char that was split is no longer UTF-8. */
    LogicalLine charsFrom(int index) {
        int c = charOfByte[index];
        if (index == length || index == 0 || charOfByte[index - 1] != c) {
            return chars.part(c, chars.end());
        }
        int next = index;
        while (charOfByte[next] == c) {
            next++;
        }
        char[] leftover = new char[next - index];
        for (int i = 0; i < leftover.length; i++) {
            leftover[i] = Utf8.escapedByte(bytes[index + i] & 0xFF);
        }
        return chars.behind(charOfByte[next], leftover);
    }
}
