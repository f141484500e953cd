package dev.varve.store;

import dev.varve.image.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A blob that is being written. It is hashed on the way; {@link #commit()} puts it under its name, and closing it without
 * that leaves nothing behind. Not buffered: write in large pieces.
 */
public final class BlobWriter extends OutputStream {
    private final Blobs blobs;
    private final String algorithm;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest hash;
    private long size;
    private @Nullable Digest digest;

    BlobWriter(Blobs blobs, String algorithm, Path file) throws IOException {
        this.blobs = blobs;
        this.algorithm = algorithm;
        this.file = file;
        this.hash = Hashes.of(algorithm);
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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
            channel.force(false);
            channel.close();
            AtomicFile.move(file, blobs.path(name));
        } catch (IOException e) {
            throw StoreException.unwritable(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
