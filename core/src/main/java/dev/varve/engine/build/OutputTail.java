package dev.varve.engine.build;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The end of what a process printed. */
final class OutputTail {
    private static final int MOST = 16 << 10;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    synchronized void add(byte[] more) {
        bytes.writeBytes(more);
        if (bytes.size() > 2 * MOST) {
            byte[] all = bytes.toByteArray();
            bytes.reset();
            bytes.write(all, all.length - MOST, MOST);
        }
    }

    /** Whole lines, as far as there are any. */
    synchronized String text() {
        String text = bytes.toString(StandardCharsets.UTF_8);
        if (text.length() > MOST) {
            String end = text.substring(text.length() - MOST);
            return end.substring(end.indexOf('\n') + 1);
        }
        return text;
    }
}
