package dev.varve.registry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A stream of which everything that is read is written to another place too. */
final class Copied extends FilterInputStream {
    private final OutputStream copy;
    private @Nullable IOException failure;

    Copied(InputStream in, OutputStream copy) {
        super(in);
        this.copy = copy;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            try {
                copy.write(bytes, offset, count);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Throws again what kept the copy from being written, if anything did. */
    void requireWritten() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
