package dev.varve.registry;

import dev.varve.image.Descriptor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A blob from a registry. Where the connection breaks or falls silent, it goes on where it was; more bytes than there are to be
 * are not read. What fails is a {@link RegistryException}.
 */
final class BlobStream extends InputStream {
    /** Progress worth trying on for. */
    private static final long WORTHWHILE = 1024 * 1024;

    private final Repository repository;
    private final Descriptor blob;
    private final LongConsumer progress;
    private final Backoff backoff;
    private @Nullable Answer answer;
    private long position;
    private long lastFailure;

    /**
     * @param position how many bytes are there already
     * @param progress told how many bytes there are
     */
    BlobStream(Repository repository, Descriptor blob, long position, LongConsumer progress) {
        this.repository = repository;
        this.blob = blob;
        this.position = position;
        this.lastFailure = position;
        this.progress = progress;
        this.backoff = new Backoff(repository.endpoint().retryPolicy());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int wanted = (int) Math.min(length, blob.size() - position);
        while (position < blob.size()) {
            try {
                return piece(bytes, offset, wanted);
            } catch (RegistryException | InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                goOnAfter(e);
            }
        }
        return -1;
    }

    private int piece(byte[] bytes, int offset, int wanted) throws IOException {
        if (answer == null) {
            answer = open();
        }
        int count = answer.body().read(bytes, offset, wanted);
        if (count < 0) {
            throw new EOFException("it ended after " + position + " of " + blob.size() + " bytes");
        }
        position += count;
        progress.accept(position);
        if (position == blob.size() && goesOn(answer)) {
            throw new RegistryException("sends more than the " + blob.size() + " bytes of the blob " + blob.digest());
        }
        return count;
    }

    private static boolean goesOn(Answer answer) {
        try {
            return answer.length().isEmpty() && answer.body().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Answer open() throws IOException {
        Answer opened = repository.blob(blob.digest(), position);
        try {
            long whole = opened.length().orElse(-1L);
            if (opened.status() == 206) {
                requireRange(opened.header("Content-Range").orElse(""));
            } else if (whole >= 0 && whole != blob.size()) {
                throw new RegistryException("the blob " + blob.digest() + " has " + whole + " bytes there, not "
                        + blob.size() + " as the manifest says");
            } else {
                opened.body().skipNBytes(position);
            }
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    private void requireRange(String range) throws RegistryException {
        if (!range.matches("bytes " + position + "-[0-9]+/(" + blob.size() + "|\\*)")) {
            throw new RegistryException("gives the range '" + Plain.text(range) + "' of the blob " + blob.digest()
                    + " where its bytes from " + position + " on are asked for");
        }
    }

    private void goOnAfter(IOException failure) throws IOException {
        close();
        if (position - lastFailure >= WORTHWHILE) {
            backoff.reset();
        }
        lastFailure = position;
        try {
            backoff.pauseOrThrow(failure, true);
        } catch (RegistryException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new RegistryException("the blob " + blob.digest() + ": " + Trouble.words(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        if (answer != null) {
            answer.close();
            answer = null;
        }
    }
}
