package dev.varve.layer;

import dev.varve.layer.LayerEntry.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An uncompressed layer on disk, listed once and then read at random. Safe for use by several threads.
 *
 * <p>What it lists is what the archive comes to when it is unpacked as containerd does it: names stay within the root and
 * are resolved through the symlinks of the same layer, what came later replaces what came before, {@code .wh..wh.} metadata
 * of aufs is left out, and so are entries for the root itself. Unpacking the entries in their order, with the folders that
 * they imply made first, needs no further care.
 */
public final class Layer implements Closeable {
    private final Path tar;
    private final Listing listing;
    private FileChannel channel;
    private boolean closed;
    private @Nullable Map<String, Integer> indexes;

    private Layer(Path tar, FileChannel channel, Listing listing) {
        this.tar = tar;
        this.channel = channel;
        this.listing = listing;
    }

    /**
     * Opens and lists a layer.
     *
     * @throws LayerException where the archive is damaged, cut short, or means harm
     * @throws IOException where the file cannot be read
     */
    public static Layer open(Path tar) throws IOException {
        return open(tar, Budget.of(tar.toString()), false);
    }

    /**
     * The same of a tar of a folder that overlayfs has written to: what its attributes hide is hidden here too. An archive
     * from elsewhere must not be read like that.
     */
    public static Layer openUpper(Path tar) throws IOException {
        return open(tar, Budget.of(tar.toString()), true);
    }

    static Layer open(Path tar, Budget budget, boolean ofOverlay) throws IOException {
        FileChannel channel = FileChannel.open(tar, StandardOpenOption.READ);
        try {
            String name = tar.toString();
            return new Layer(tar, channel, LayerReader.read(new TarReader(channel, name), name, budget, ofOverlay));
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    /** The file that it is in. */
    public Path path() {
        return tar;
    }

    /**
     * Everything in it, mostly in the order of the archive. No path is there twice, but that an {@link Kind#OPAQUE} follows
     * its folder; a {@link Kind#HARD_LINK} follows what it is another name of, and has its mode, owner, time and attributes.
     */
    public List<LayerEntry> entries() {
        return listing.entries();
    }

    /**
     * The bytes of a file or of a hard link to one. The stream need not be buffered. It can be read after the layer is
     * closed no more.
     *
     * @throws IllegalArgumentException where this layer has no such file
     */
    public InputStream open(LayerEntry file) {
        Integer index = indexes().get(file.path());
        if (index == null) {
            throw new IllegalArgumentException("not a file of layer " + tar + ": '" + file.path() + "'");
        }
        return open(index);
    }

    private synchronized Map<String, Integer> indexes() {
        if (indexes == null) {
            indexes = new HashMap<>();
            for (int i = 0; i < entries().size(); i++) {
                if (file(i).kind() == Kind.FILE) {
                    indexes.put(entries().get(i).path(), i);
                }
            }
        }
        return indexes;
    }

    /** What this entry is, or is another name of. */
    LayerEntry file(int index) {
        return entries().get(original(index));
    }

    int original(int index) {
        return listing.original(index);
    }

    boolean hasSeveralNames(int original) {
        return listing.hasSeveralNames(original);
    }

    InputStream open(int index) {
        long start = listing.offset(index);
        return new LayerFileStream(this, start, start + file(index).size());
    }

    /** Reads some bytes, at least one. */
    int read(ByteBuffer target, long position) throws IOException {
        while (true) {
            FileChannel open = channel();
            try {
                int count = open.read(target, position);
                if (count <= 0) {
                    throw new LayerException(
                            tar.toString(), "", "cut short at byte " + position + " since it was opened");
                }
                return count;
            } catch (ClosedByInterruptException e) {
                InterruptedIOException interrupted =
                        new InterruptedIOException("interrupted while reading layer " + tar);
                interrupted.initCause(e);
                throw interrupted;
            } catch (ClosedChannelException closedByAnother) {
                // A thread that is interrupted in a read closes the channel for all; this one takes a new one.
            }
        }
    }

    private synchronized FileChannel channel() throws IOException {
        if (closed) {
            throw new IOException("layer " + tar + " is closed");
        }
        if (!channel.isOpen()) {
            channel = FileChannel.open(tar, StandardOpenOption.READ);
        }
        return channel;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        channel.close();
    }
}
