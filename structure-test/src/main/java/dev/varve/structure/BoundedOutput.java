package dev.varve.structure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What a command prints, up to a bound: no command that is to be looked at prints more. */
final class BoundedOutput extends OutputStream {
    private static final int MOST = 64 << 20;

    private final String what;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean full;

    /** @param what for the message */
    BoundedOutput(String what) {
        this.what = what;
    }

    @Override
    public synchronized void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] from, int start, int count) {
        int room = Math.min(count, MOST - bytes.size());
        bytes.write(from, start, room);
        full |= room < count;
    }

    /** @throws IOException where there was more than fits */
    synchronized byte[] bytes() throws IOException {
        if (full) {
            throw new IOException(what + " is longer than " + MOST + " bytes");
        }
        return bytes.toByteArray();
    }
}
