package dev.varve.registry;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Buffers what is written to a stream that is to stay open. */
final class Unclosed extends BufferedOutputStream {
    private static final int BUFFER = 128 * 1024;

    Unclosed(OutputStream out) {
        super(out, BUFFER);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
