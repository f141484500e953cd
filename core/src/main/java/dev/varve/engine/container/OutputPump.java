package dev.varve.engine.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes what a container prints to its log and to whoever is attached. */
final class OutputPump {
    private static final int BUFFER = 16 << 10;

    private final InputStream from;
    private final OutputStream log;
    private final OutputStream attached;
    private final Thread thread;

    OutputPump(InputStream from, OutputStream log, OutputStream attached) {
        this.from = from;
        this.log = log;
        this.attached = attached;
        this.thread = new Thread(this::pump, "container output");
        thread.setDaemon(true);
        thread.start();
    }

    private void pump() {
        byte[] buffer = new byte[BUFFER];
        // closing tells a program that prints on that nobody listens any more, as in a pipeline of a shell
        try (from;
                log) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                log.write(buffer, 0, read);
                attached.write(buffer, 0, read);
                attached.flush();
            }
        } catch (IOException e) {
            // the reader left, or the disk is full: the program hears of it by what became of its stream
            return;
        }
    }

    /** Waits until everything that was printed has been handed on. */
    void finish() throws InterruptedException {
        thread.join();
    }
}
