package dev.varve.layer;

import dev.varve.layer.LayerEntry.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Writes a layer as BuildKit does, byte for byte (containerd's {@code pkg/archive/tar.go} on Go's {@code archive/tar}): USTAR
 * headers with PAX records where something does not fit, no names of owners, whole seconds, whiteouts of time and mode 0.
 * Entries are written in the order in which they are added; folders are not invented. Equal entries give equal bytes.
 */
public final class LayerWriter implements Closeable {
    private static final int BUFFER = 64 << 10;
    private static final int END = 2 * TarFormat.BLOCK;

    private final OutputStream out;
    private final boolean wholeSeconds;
    private final byte[] buffer = new byte[BUFFER];
    private int buffered;
    private boolean closed;

    private LayerWriter(OutputStream out, boolean wholeSeconds) {
        this.out = out;
        this.wholeSeconds = wholeSeconds;
    }

    /** @param out need not be buffered, and is not closed with the writer, so that what was written can be committed */
    public LayerWriter(OutputStream out) {
        this(out, true);
    }

    /** One that keeps the parts of a second, as a layer of a foreign image has them. */
    public static LayerWriter keepingFractions(OutputStream out) {
        return new LayerWriter(out, false);
    }

    /**
     * Adds a file; its size says how many bytes are taken from its content, which is not closed.
     *
     * @throws IllegalArgumentException where the entry is no file
     * @throws IOException where the content is shorter than that; the archive cannot be finished then
     */
    public void add(LayerEntry file, InputStream content) throws IOException {
        if (file.kind() != Kind.FILE) {
            throw new IllegalArgumentException("only a file has content: '" + file.path() + "'");
        }
        header(file);
        long rest = file.size();
        while (rest > 0) {
            makeRoom();
            int read = content.read(buffer, buffered, (int) Math.min(BUFFER - buffered, rest));
            if (read < 0) {
                closed = true;
                throw new IOException("'" + LayerException.shown(file.path()) + "' has " + (file.size() - rest)
                        + " bytes, not the " + file.size() + " it was said to have");
            }
            buffered += read;
            rest -= read;
        }
        zeros((int) (TarFormat.padded(file.size()) - file.size()));
    }

    /**
     * Adds what has no content.
     *
     * @throws IllegalArgumentException where the entry is a file that is not empty, or the root
     */
    public void add(LayerEntry entry) throws IOException {
        if (entry.size() > 0) {
            throw new IllegalArgumentException("a file that is not empty has content: '" + entry.path() + "'");
        }
        header(entry);
    }

    /** Adds the removal of a path from the layers below. */
    public void whiteout(String path) throws IOException {
        add(LayerEntry.whiteout(path));
    }

    /** Adds the removal of everything that the layers below have in a folder; a blank name is the root. */
    public void opaque(String folder) throws IOException {
        add(LayerEntry.opaque(folder));
    }

    private void header(LayerEntry entry) throws IOException {
        if (closed) {
            throw new IOException("the layer is finished");
        }
        LayerEntry written =
                wholeSeconds ? entry.withModified(entry.modified().truncatedTo(ChronoUnit.SECONDS)) : entry;
        EntryHeader header = new EntryHeader(written);
        byte[] records = header.records();
        if (records.length > 0) {
            write(header.extension(records.length));
            write(records);
            zeros((int) (TarFormat.padded(records.length) - records.length));
        }
        write(header.block());
    }

    private void write(byte[] bytes) throws IOException {
        for (int at = 0; at < bytes.length; ) {
            makeRoom();
            int count = Math.min(BUFFER - buffered, bytes.length - at);
            System.arraycopy(bytes, at, buffer, buffered, count);
            buffered += count;
            at += count;
        }
    }

    private void zeros(int count) throws IOException {
        for (int rest = count; rest > 0; ) {
            makeRoom();
            int fits = Math.min(BUFFER - buffered, rest);
            Arrays.fill(buffer, buffered, buffered + fits, (byte) 0);
            buffered += fits;
            rest -= fits;
        }
    }

    private void makeRoom() throws IOException {
        if (buffered == BUFFER) {
            out.write(buffer, 0, buffered);
            buffered = 0;
        }
    }

    /** Finishes the archive, unless something could not be added whole. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        zeros(END);
        out.write(buffer, 0, buffered);
        buffered = 0;
        out.flush();
    }
}
