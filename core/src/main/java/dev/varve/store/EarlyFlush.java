package dev.varve.store;

import java.io.IOException;
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
            CompletableFuture<Void> earlier = flush;
            flush = new CompletableFuture<>();
            Thread thread = new Thread(() -> run(earlier, flush), "varve flush");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run(CompletableFuture<Void> earlier, CompletableFuture<Void> flush) {
        try {
            earlier.join();
            channel.force(false);
            flush.complete(null);
        } catch (IOException | RuntimeException e) {
            flush.completeExceptionally(e);
        }
    }

    /** Brings all of it to the disk. A failure before is one now, for the system tells of it but once. */
    void finish() throws IOException {
        try {
            flush.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw e;
        }
        channel.force(false);
    }
}
