package dev.varve.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Has a long file brought to the disk while it is being written, so that little is left to wait for at its end. */
final class EarlyFlush {
    private static final long STEP = 16L << 20;

    private final FileChannel channel;
    private long asked;
    private CompletableFuture<Void> flush = CompletableFuture.completedFuture(null);

    EarlyFlush(FileChannel channel) {
        this.channel = channel;
    }

    /** @param size the bytes written so far */
    void written(long size) {
        if (size - asked >= STEP && flush.isDone()) {
            asked = size;
            // after one that failed nothing runs, and the failure stays
            flush = flush.thenRunAsync(this::force, EarlyFlush::start);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "varve flush");
        thread.setDaemon(true);
        thread.start();
    }

    private void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings all of it to the disk. A failure before is one now, for the system tells of it but once. */
    void finish() throws IOException {
        try {
            flush.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failure) {
                throw failure.getCause();
            }
            throw e;
        }
        channel.force(false);
    }
}
