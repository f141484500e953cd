package dev.varve.engine.container;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Reads what {@link OutputLog} writes, while it is written too. */
final class LogReader implements Closeable {
    private static final int BLOCK = 64 << 10;

    private final FileChannel file;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private InputStream in;

    LogReader(Path log) throws IOException {
        file = FileChannel.open(log, StandardOpenOption.READ);
        in = new BufferedInputStream(Channels.newInputStream(file), BLOCK);
    }

    /** Goes to where the last lines begin. */
    void seekTail(int lines) throws IOException {
        file.position(beginning(lines));
        in = new BufferedInputStream(Channels.newInputStream(file), BLOCK);
    }

    private long beginning(int lines) throws IOException {
        long end = file.size();
        int breaks = 0;
        byte[] block = new byte[BLOCK];
        while (end > 0) {
            long start = Math.max(0, end - BLOCK);
            int length = (int) (end - start);
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(block, 0, length);
            while (buffer.hasRemaining() && file.read(buffer, start + buffer.position()) >= 0) {}
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n' && ++breaks > lines) {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    /** The next entry; empty where none is whole yet. */
    Optional<LogEntry> next() throws IOException {
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                byte[] whole = line.toByteArray();
                line.reset();
                return Optional.of(parse(whole));
            }
            line.write(b);
        }
        return Optional.empty();
    }

    private static LogEntry parse(byte[] entry) throws IOException {
        int first = find(entry, 0);
        int second = find(entry, first + 1);
        int third = find(entry, second + 1);
        if (third < 0) {
            throw new IOException("the log is damaged: '" + new String(entry, StandardCharsets.UTF_8) + "'");
        }
        String head = new String(entry, 0, third, StandardCharsets.US_ASCII);
        byte[] text = Arrays.copyOfRange(entry, third + 1, entry.length + 1);
        boolean whole = entry[third - 1] == 'F';
        text[text.length - 1] = '\n';
        try {
            return new LogEntry(
                    Instant.parse(head.substring(0, first)),
                    head.substring(first + 1, second).equals("stderr"),
                    whole ? text : Arrays.copyOf(text, text.length - 1));
        } catch (DateTimeException e) {
            throw new IOException("the log is damaged: '" + head + "'", e);
        }
    }

    private static int find(byte[] entry, int from) {
        for (int i = from; from >= 0 && i < entry.length; i++) {
            if (entry[i] == ' ') {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
