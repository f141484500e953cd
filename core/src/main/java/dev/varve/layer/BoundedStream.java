package dev.varve.layer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A decompressed layer that may not grow beyond all bounds, and whose errors say which layer it is. */
final class BoundedStream extends FilterInputStream {
    private final String name;
    private final long most;
    private long count;

    BoundedStream(InputStream in, String name, long most) {
        super(in);
        this.name = name;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            count += read;
            if (count > most) {
                throw new LayerException(name, "", "more than the " + most + " bytes it may have when decompressed");
            }
        }
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long rest = n;
        byte[] buffer = new byte[8 << 10];
        while (rest > 0) {
            int read = read(buffer, 0, (int) Math.min(rest, buffer.length));
            if (read < 0) {
                break;
            }
            rest -= read;
        }
        return n - rest;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
