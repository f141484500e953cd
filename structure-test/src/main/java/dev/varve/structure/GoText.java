package dev.varve.structure;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Bytes as Go's regular expressions see them. */
final class GoText {
    private static final String REPLACEMENT = "\uFFFD";
    private static final int LONGEST_SHOWN = 4_000;

    private GoText() {}

    /** UTF-8, in which each byte that belongs to no character is U+FFFD. */
    static String of(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer chunk = CharBuffer.allocate(8192);
        StringBuilder text = new StringBuilder(bytes.length);
        while (true) {
            CoderResult result = decoder.decode(in, chunk, true);
            text.append(chunk.flip());
            chunk.clear();
            if (result.isUnderflow()) {
                return text.toString();
            }
            if (result.isError()) {
                text.append(REPLACEMENT.repeat(result.length()));
                in.position(in.position() + result.length());
            }
        }
    }

    /** A text for a message, cut where it is long. */
    static String shown(String text) {
        return text.length() <= LONGEST_SHOWN
                ? text
                : text.substring(0, LONGEST_SHOWN) + "… (" + text.length() + " characters)";
    }
}
