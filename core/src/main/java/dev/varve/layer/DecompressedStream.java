package dev.varve.layer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A layer that is being decompressed: it may not grow beyond all bounds, and its errors say which layer it is. Errors of the
 * stream that it comes from stay as they are.
 */
final class DecompressedStream extends FilterInputStream {
    private static final int SKIP_BUFFER = 8 << 10;

    private final Source source;
    private final String name;
    private final long most;
    private long count;

    DecompressedStream(Source source, LayerCompression compression, String name, long most) throws IOException {
        super(source);
        this.source = source;
        this.name = name;
        this.most = most;
        try {
            this.in = compression.reader(source);
        } catch (IOException e) {
            throw told(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(bytes, offset, length);
        } catch (IOException e) {
            throw told(e);
        }
        count += Math.max(0, read);
        if (count > most) {
            throw new LayerException(name, "", "more than the " + most + " bytes it may have when decompressed");
        }
        return read;
    }

    private IOException told(IOException e) {
        if (e == source.failure) {
            return e;
        }
        String why = e.getMessage() == null ? "the stream ends too early" : e.getMessage();
        LayerException told = new LayerException(name, "", "damaged or cut short: " + why);
        told.initCause(e);
        return told;
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] buffer = new byte[(int) Math.max(0, Math.min(SKIP_BUFFER, wanted))];
        return buffer.length == 0 ? 0 : Math.max(0, read(buffer, 0, buffer.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** What is decompressed, and how reading it failed, if it did. */
    static final class Source extends FilterInputStream {
        private @Nullable IOException failure;

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return in.read();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
