package dev.varve.engine.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Some of the bytes of a file. */
final class FileSlice extends InputStream {
    private final FileChannel file;
    private long at;
    private final long end;

    FileSlice(Path file, long start, long length) throws IOException {
        this.file = FileChannel.open(file, StandardOpenOption.READ);
        this.at = start;
        this.end = start + length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (at >= end) {
            return -1;
        }
        int wanted = (int) Math.min(length, end - at);
        int read = file.read(ByteBuffer.wrap(bytes, offset, wanted), at);
        if (read < 0) {
            throw new IOException("a temporary file was cut short");
        }
        at += read;
        return read;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
