package dev.varve.registry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** The first bytes of a stream; it tells how many have been read. */
final class CountedInputStream extends FilterInputStream {
    private final long most;
    private final LongConsumer listener;
    private long count;

    CountedInputStream(InputStream in, long most, LongConsumer listener) {
        super(in);
        this.most = most;
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int wanted = (int) Math.min(length, most - count);
        int read = wanted == 0 && length > 0 ? -1 : super.read(bytes, offset, wanted);
        if (read > 0) {
            count += read;
            listener.accept(count);
        }
        return read;
    }
}
