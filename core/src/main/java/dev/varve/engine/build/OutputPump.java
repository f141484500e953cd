package dev.varve.engine.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/** Hands on what a process prints, while it runs. */
final class OutputPump implements AutoCloseable {
    private static final int BUFFER = 8 << 10;

    private final InputStream in;
    private final Thread thread;

    OutputPump(InputStream in, Consumer<byte[]> ear) {
        this.in = in;
        this.thread = new Thread(() -> pump(in, ear), "varve output");
        thread.setDaemon(true);
        thread.start();
    }

    private static void pump(InputStream in, Consumer<byte[]> ear) {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                ear.accept(Arrays.copyOf(buffer, read));
            }
        } catch (IOException e) {
            // the process has been stopped, and what it printed is of no use any more
            return;
        }
    }

    /** Waits until everything that was printed has been handed on. */
    void finish() throws InterruptedException {
        thread.join();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // closing is all that was wanted
            return;
        }
    }
}
