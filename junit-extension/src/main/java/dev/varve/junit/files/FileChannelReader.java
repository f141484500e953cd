package dev.varve.junit.files;

import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/** A file of an image, read at any position. */
final class FileChannelReader implements SeekableByteChannel {
    private final RootFileSystem files;
    private final Node file;
    private long position;
    private long streamPosition;
    private @Nullable InputStream stream;
    private boolean closed;

    FileChannelReader(RootFileSystem files, Node file) {
        this.files = files;
        this.file = file;
    }

    @Override
    public synchronized int read(ByteBuffer target) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (position >= size()) {
            return -1;
        }
        byte[] bytes = new byte[target.remaining()];
        int count = at(position).read(bytes);
        if (count > 0) {
            target.put(bytes, 0, count);
            position += count;
            streamPosition += count;
        }
        return count;
    }

    private InputStream at(long wanted) throws IOException {
        InputStream open = stream;
        if (open == null || streamPosition > wanted) {
            if (open != null) {
                open.close();
            }
            open = files.open(file);
            stream = open;
            streamPosition = 0;
        }
        open.skipNBytes(wanted - streamPosition);
        streamPosition = wanted;
        return open;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized SeekableByteChannel position(long newPosition) {
        if (newPosition < 0) {
            throw new IllegalArgumentException("a position below 0: " + newPosition);
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return file.entry().size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public synchronized boolean isOpen() {
        return !closed;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (stream != null) {
            stream.close();
        }
    }
}
