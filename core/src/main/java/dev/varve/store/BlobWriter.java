package dev.varve.store;

import dev.varve.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A blob that is being written. It is hashed on the way; {@link #commit()} puts it under its name, and closing it without
 * that leaves nothing behind, except of a download. Not buffered: write in large pieces.
 */
public final class BlobWriter extends OutputStream {
    /** Less than that is fetched again as quickly as it is read. */
    private static final long WORTH_KEEPING = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final Blobs blobs;
    private final String algorithm;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest hash;
    private final EarlyFlush flush;
    private final Optional<StoreLock> download;
    private long size;
    private @Nullable Digest digest;

    private BlobWriter(Blobs blobs, String algorithm, Path file, FileChannel channel, Optional<StoreLock> download) {
        this.blobs = blobs;
        this.algorithm = algorithm;
        this.file = file;
        this.channel = channel;
        this.hash = Hashes.of(algorithm);
        this.flush = new EarlyFlush(channel);
        this.download = download;
    }

    static BlobWriter create(Blobs blobs, String algorithm, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new BlobWriter(blobs, algorithm, file, channel, Optional.empty());
    }

    /**
     * Goes on with what is in the file, which stays when this is closed without a commit.
     *
     * @param only is held until then
     */
    static BlobWriter resume(Blobs blobs, String algorithm, Path file, StoreLock only) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        BlobWriter writer = new BlobWriter(blobs, algorithm, file, channel, Optional.of(only));
        try {
            writer.hashWritten();
            return writer;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void hashWritten() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (channel.read(buffer) >= 0) {
            buffer.flip();
            size += buffer.remaining();
            hash.update(buffer);
            buffer.clear();
        }
    }

    /** The first {@link #size} bytes, for reading; closing it is the caller's. */
    public InputStream written() throws IOException {
        return Files.newInputStream(file);
    }

    /** Forgets everything that has been written. */
    public void restart() throws IOException {
        channel.truncate(0);
        channel.position(0);
        hash.reset();
        size = 0;
        digest = null;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (digest != null) {
            throw new IllegalStateException("the blob has its digest already");
        }
        hash.update(bytes, offset, length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw StoreException.unwritable(file, e);
        }
        size += length;
        flush.written(size);
    }

    /** The bytes written so far. */
    public long size() {
        return size;
    }

    /** The name of what has been written; nothing can be written afterwards. */
    public Digest digest() {
        if (digest == null) {
            digest = new Digest(algorithm, HexFormat.of().formatHex(hash.digest()));
        }
        return digest;
    }

    /** Puts the blob under its name; to be called once. */
    public Digest commit() throws IOException {
        place(digest());
        return digest();
    }

    /**
     * Puts the blob under the name it is said to have; to be called once.
     *
     * @throws StoreException where its content has another digest; the blob is not kept then
     */
    public void commit(Digest expected) throws IOException {
        if (!digest().equals(expected)) {
            throw new StoreException("expected the content of " + expected + ", got that of " + digest());
        }
        place(expected);
    }

    /** What stands under a name is whole, so a blob that is there already need not be synchronised a second time. */
    private void place(Digest name) throws IOException {
        if (blobs.contains(name)) {
            return;
        }
        try {
            flush.finish();
            channel.close();
            AtomicFile.move(file, blobs.path(name));
        } catch (IOException e) {
            throw StoreException.unwritable(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
            if (download.isEmpty() || size < WORTH_KEEPING) {
                Files.deleteIfExists(file);
            }
        } finally {
            download.ifPresent(StoreLock::close);
        }
    }
}
