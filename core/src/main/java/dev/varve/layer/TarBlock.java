package dev.varve.layer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A header block in the making, filled as Go's {@code archive/tar} fills it ({@code writer.go}, {@code strconv.go}). */
final class TarBlock {
    private static final byte[] MAGIC = "ustar\00000".getBytes(StandardCharsets.US_ASCII);

    final byte[] bytes = new byte[TarFormat.BLOCK];

    /** Puts what of a text is ASCII, as much as fits; what is cut does not end in a slash, as a folder's name would. */
    void text(int offset, int length, byte[] text) {
        int end = offset;
        for (int i = 0; i < text.length; i++) {
            if (text[i] > 0) {
                if (end == offset + length) {
                    trimSlashes(offset, end);
                    return;
                }
                bytes[end++] = text[i];
            }
        }
    }

    private void trimSlashes(int offset, int end) {
        for (int i = end - 1; i >= offset && bytes[i] == '/'; i--) {
            bytes[i] = 0;
        }
    }

    static boolean fits(long number, int length) {
        return number >= 0 && number < 1L << (3 * (length - 1));
    }

    /** Puts octal digits and NUL, 0 for what does not fit. */
    void number(int offset, int length, long number) {
        long rest = fits(number, length) ? number : 0;
        for (int i = offset + length - 2; i >= offset; i--) {
            bytes[i] = (byte) ('0' + (rest & 7));
            rest >>= 3;
        }
    }

    /** Puts magic and checksum. */
    byte[] finish() {
        System.arraycopy(MAGIC, 0, bytes, TarFormat.MAGIC, MAGIC.length);
        Arrays.fill(bytes, TarFormat.CHECKSUM, TarFormat.CHECKSUM + TarFormat.ID_LENGTH, (byte) ' ');
        int sum = 0;
        for (byte b : bytes) {
            sum += b & 0xFF;
        }
        number(TarFormat.CHECKSUM, TarFormat.ID_LENGTH - 1, sum);
        bytes[TarFormat.CHECKSUM + TarFormat.ID_LENGTH - 2] = 0;
        return bytes;
    }
}
