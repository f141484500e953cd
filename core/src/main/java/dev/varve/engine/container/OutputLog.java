package dev.varve.engine.container;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes down what a container prints, in the form in which Kubernetes has container runtimes do it (its CRI logging format):
 * {@code TIME STREAM TAG TEXT}, a line each. The tag is {@code F}, or {@code P} where the line goes on or never ended, so
 * every byte can be had back. Safe for use by several threads.
 */
final class OutputLog implements Closeable {
    /** Of a longer line parts are written. */
    static final int LONGEST = 16 << 10;

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final OutputStream file;
    private final InstantSource clock;

    private OutputLog(OutputStream file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Goes on with a log, or begins it. */
    static OutputLog append(Path file) throws IOException {
        return new OutputLog(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                InstantSource.system());
    }

    /** What one of a container's two streams is written through; closing it writes what has no line break. */
    Stream stream(boolean error) {
        return new Stream(error ? " stderr " : " stdout ");
    }

    /** One of the two streams; to be used by one thread. */
    final class Stream extends OutputStream {
        private final String name;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final ByteArrayOutputStream entries = new ByteArrayOutputStream();

        private Stream(String name) {
            this.name = name;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int end = offset + length;
            for (int at = offset; at < end; ) {
                int stop = at;
                while (stop < end && bytes[stop] != '\n' && line.size() + stop - at < LONGEST) {
                    stop++;
                }
                line.write(bytes, at, stop - at);
                if (stop < end && bytes[stop] == '\n') {
                    entry('F');
                    stop++;
                } else if (line.size() >= LONGEST) {
                    entry('P');
                }
                at = stop;
            }
            append();
        }

        private void entry(char tag) {
            String head = TIME.format(clock.instant()) + name + tag + ' ';
            entries.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
            entries.writeBytes(line.toByteArray());
            entries.write('\n');
            line.reset();
        }

        private void append() throws IOException {
            if (entries.size() > 0) {
                synchronized (file) {
                    file.write(entries.toByteArray());
                }
                entries.reset();
            }
        }

        @Override
        public void close() throws IOException {
            if (line.size() > 0) {
                entry('P');
            }
            append();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
