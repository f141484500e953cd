package dev.varve.context;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A SHA-256 over values, each written so that no two lists of values run into the same bytes. Values are gathered, for the
 * many short ones of a key are quicker digested together.
 */
final class Sum {
    private static final String ALGORITHM = "sha256:";
    private static final int SHA256_BYTES = 32;
    private static final int SHA256_NAME = ALGORITHM.length() + 2 * SHA256_BYTES;
    private static final byte[] HEX = new byte[128];
    /** The longest text whose length is one byte. */
    private static final int SHORT = 127;

    static {
        Arrays.fill(HEX, (byte) -1);
        for (int i = 0; i < 16; i++) {
            HEX["0123456789abcdef".charAt(i)] = (byte) i;
        }
    }

    private final MessageDigest digest = Sha256.start();
    private final byte[] buffer = new byte[8 << 10];
    private int length;

    /** Takes a number that is not negative. */
    void number(long number) {
        reserve(Long.BYTES + 2);
        long rest = number;
        while (rest > 0x7F) {
            buffer[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[length++] = (byte) rest;
    }

    /** Takes bytes of which the reader knows how many there are. */
    void bytes(byte[] bytes) {
        reserve(bytes.length);
        if (bytes.length > buffer.length) {
            digest.update(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, length, bytes.length);
            length += bytes.length;
        }
    }

    void text(String text) {
        text(text, 0);
    }

    /** Takes the end of a text. */
    void text(String text, int from) {
        int count = text.length() - from;
        if (count > SHORT || !plain(text, from, count)) {
            byte[] encoded = Utf8.encode(text.substring(from));
            number(encoded.length);
            bytes(encoded);
        }
    }

    private boolean plain(String text, int from, int count) {
        reserve(count + 1);
        int at = length;
        buffer[at++] = (byte) count;
        for (int i = from; i < from + count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return false;
            }
            buffer[at++] = (byte) c;
        }
        length = at;
        return true;
    }

    /** Takes what {@link BuildContext#digest} says, a SHA-256 in half its length. */
    void content(String name) {
        if (name.length() != SHA256_NAME || !name.startsWith(ALGORITHM) || !sha256(name)) {
            number(0);
            text(name);
        }
    }

    private boolean sha256(String name) {
        reserve(SHA256_BYTES + 1);
        int at = length;
        buffer[at++] = 1;
        for (int i = ALGORITHM.length(); i < SHA256_NAME; i += 2) {
            char high = name.charAt(i);
            char low = name.charAt(i + 1);
            int value = (high | low) < 0x80 ? HEX[high] << 4 | HEX[low] : -1;
            if (value < 0) {
                return false;
            }
            buffer[at++] = (byte) value;
        }
        length = at;
        return true;
    }

    private void reserve(int bytes) {
        if (length + bytes > buffer.length) {
            digest.update(buffer, 0, length);
            length = 0;
        }
    }

    /** The digest of everything taken since the last one. */
    byte[] finish() {
        digest.update(buffer, 0, length);
        length = 0;
        return digest.digest();
    }
}
