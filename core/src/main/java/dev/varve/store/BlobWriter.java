package dev.varve.store;

import dev.varve.image.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A blob that is being written. It is hashed on the way; {@link #commit()} puts it under its name, and closing it without
 * that leaves nothing behind. Not buffered: write in large pieces.
 */
public final class BlobWriter extends OutputStream {
    private final Blobs blobs;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest hash;
    private long size;

    BlobWriter(Blobs blobs, Path file) throws IOException {
        this.blobs = blobs;
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
        this.hash = sha256();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        hash.update(bytes, offset, length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        size += length;
    }

    /** The bytes written so far. */
    public long size() {
        return size;
    }

    /** Puts the blob under its name. */
    public Digest commit() throws IOException {
        Digest digest = Digest.sha256(hash.digest());
        place(digest);
        return digest;
    }

    /**
     * Puts the blob under the name it is said to have.
     *
     * @throws IOException where its content has another digest; the blob is not kept then
     */
    public void commit(Digest expected) throws IOException {
        Digest digest = Digest.sha256(hash.digest());
        if (!digest.equals(expected)) {
            throw new IOException("expected the content of " + expected + ", got that of " + digest);
        }
        place(digest);
    }

    private void place(Digest digest) throws IOException {
        channel.force(true);
        channel.close();
        Path place = blobs.path(digest);
        Files.createDirectories(place.getParent());
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
