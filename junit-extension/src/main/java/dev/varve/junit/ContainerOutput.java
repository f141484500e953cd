package dev.varve.junit;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** What a container prints, as it comes. Of more than 16 MiB the rest is in its log only. */
final class ContainerOutput {
    private static final int MOST = 16 << 20;

    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private synchronized void add(ByteArrayOutputStream stream, byte[] bytes, int offset, int length) {
        if (all.size() < MOST) {
            all.write(bytes, offset, length);
            stream.write(bytes, offset, length);
            notifyAll();
        }
    }

    OutputStream outStream() {
        return new Sink(out);
    }

    OutputStream errStream() {
        return new Sink(err);
    }

    synchronized String all() {
        return all.toString(StandardCharsets.UTF_8);
    }

    synchronized String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    synchronized String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Wakes those who wait, to look again. */
    synchronized void changed() {
        notifyAll();
    }

    /**
     * Waits until something is so, looking whenever something is printed.
     *
     * @param deadline of {@link System#nanoTime}
     * @return whether it came to be so
     */
    synchronized boolean await(BooleanSupplier condition, BooleanSupplier hopeless, long deadline)
            throws InterruptedException {
        while (true) {
            boolean over = hopeless.getAsBoolean();
            if (condition.getAsBoolean()) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (over || left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
    }

    private final class Sink extends OutputStream {
        private final ByteArrayOutputStream stream;

        Sink(ByteArrayOutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int b) {
            add(stream, new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            add(stream, bytes, offset, length);
        }
    }
}
