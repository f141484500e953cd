package dev.varve.dockerfile;

import java.util.Arrays;

/** A file's text with an index of its lines. */
final class SourceText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String file;
    private final String text;
    private final char[] chars;
    private final int[] lineStarts;

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        this.chars = text.toCharArray();
        this.lineStarts = lineStarts(chars);
    }

    private static int[] lineStarts(char[] chars) {
        int[] starts = new int[16 + chars.length / 32];
        int count = 1;
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] == '\n') {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /** The text as an array, not to be changed. */
    char[] chars() {
        return chars;
    }

    int length() {
        return chars.length;
    }

    /** The number of lines; behind a final line feed there is no further line. */
    int lineCount() {
        int last = lineStarts.length - 1;
        return lineStarts[last] == chars.length ? last : last + 1;
    }

    /** Where a 0-based line starts. */
    int lineStart(int line) {
        return lineStarts[line];
    }

    /** Where a 0-based line ends, its line feed included. */
    int lineEnd(int line) {
        return line + 1 < lineStarts.length ? lineStarts[line + 1] : chars.length;
    }

    boolean startsWithByteOrderMark() {
        return chars.length > 0 && chars[0] == BYTE_ORDER_MARK;
    }

    Position position(int offset) {
        if (offset < 0 || offset > chars.length) {
            throw new IndexOutOfBoundsException("offset " + offset + " of " + chars.length);
        }
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        int column = offset - lineStarts[line];
        if (line == 0 && column > 0 && startsWithByteOrderMark()) {
            column--;
        }
        return new Position(line + 1, column + 1);
    }
}
