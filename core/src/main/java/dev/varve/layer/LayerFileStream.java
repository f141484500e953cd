package dev.varve.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/** The bytes of one file of a layer. */
final class LayerFileStream extends InputStream {
    private static final int BUFFER = 64 << 10;

    private final Layer layer;
    private final long end;
    private long position;

    LayerFileStream(Layer layer, long start, long end) {
        this.layer = layer;
        this.position = start;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        int count = layer.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, end - position)), position);
        position += count;
        return count;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, end - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER, end - position)];
        long count = 0;
        for (int read = read(buffer, 0, buffer.length); read > 0; read = read(buffer, 0, buffer.length)) {
            out.write(buffer, 0, read);
            count += read;
        }
        return count;
    }
}
