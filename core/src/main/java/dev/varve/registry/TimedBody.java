package dev.varve.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body as a stream that gives up when nothing arrives for too long, which the JDK's own does not. Closing it
 * before its end ends the connection.
 */
final class TimedBody extends InputStream implements BodySubscriber<InputStream> {
    private static final int PIECES_AHEAD = 16;

    /** What the connection has given: bytes, or the end, which is an error or none. */
    private record Piece(
            Iterator<ByteBuffer> bytes,
            boolean last,
            @Nullable Throwable error) {}

    private final Duration stall;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final CompletableFuture<Subscription> subscribed = new CompletableFuture<>();
    private Piece piece = new Piece(List.<ByteBuffer>of().iterator(), false, null);
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    TimedBody(Duration stall) {
        this.stall = stall;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscribed.complete(subscription);
        subscription.request(PIECES_AHEAD);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        pieces.add(new Piece(bytes.iterator(), false, null));
    }

    @Override
    public void onError(Throwable error) {
        pieces.add(new Piece(List.<ByteBuffer>of().iterator(), true, error));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece(List.<ByteBuffer>of().iterator(), true, null));
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        return count;
    }

    /** Whether there is a byte to read. */
    private boolean fill() throws IOException {
        while (!buffer.hasRemaining()) {
            if (piece.bytes.hasNext()) {
                buffer = piece.bytes.next();
            } else if (piece.last) {
                if (piece.error != null) {
                    throw new IOException(piece.error.getMessage(), piece.error);
                }
                return false;
            } else {
                piece = next();
            }
        }
        return true;
    }

    private Piece next() throws IOException {
        try {
            Piece next = pieces.poll(stall.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new HttpTimeoutException("nothing arrived for " + stall.toSeconds() + " s");
            }
            if (!next.last) {
                subscribed.join().request(1);
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() {
        var unused = subscribed.thenAccept(Subscription::cancel);
    }
}
