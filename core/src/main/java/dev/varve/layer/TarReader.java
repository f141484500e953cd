package dev.varve.layer;

import dev.varve.layer.LayerEntry.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Walks the headers of a tar on disk as Go's {@code archive/tar} understands them ({@code reader.go}), stepping over what is
 * in the files: the formats of POSIX, GNU, star and version 7, PAX and GNU extended headers. A missing end mark is no error.
 */
final class TarReader {
    private static final int WINDOW = 64 << 10;
    /** What is read behind a seek: most headers need no more. */
    private static final int GLANCE = 1 << 10;
    /** Up to this far reading on is cheaper than seeking. */
    private static final int NEAR = 32 << 10;

    private final FileChannel channel;
    private final long size;
    private final String archive;
    private final ByteBuffer window;
    private long windowStart;
    private long position;

    TarReader(FileChannel channel, String archive) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        this.archive = archive;
        this.window = ByteBuffer.allocate((int) Math.min(WINDOW, size)).limit(0);
    }

    /** The next entry, or null at the end. */
    @Nullable
    TarEntry next() throws IOException {
        Extended extended = new Extended();
        for (TarHeader header = header(); header != null; header = header()) {
            String name = header.name();
            try {
                name = extended.name(header);
                switch (header.type()) {
                    case 'x' -> extended.pax = PaxRecords.parse(extension(header, name));
                    case 'L' -> extended.longName = TarHeader.untilNul(extension(header, name));
                    case 'K' -> extended.longLink = TarHeader.untilNul(extension(header, name));
                    case 'g' -> extension(header, name);
                    default -> {
                        return entry(header, extended);
                    }
                }
            } catch (IllegalArgumentException e) {
                throw new LayerException(archive, name, "not a tar entry: " + e.getMessage());
            }
        }
        if (extended.isPresent()) {
            throw cutShort("");
        }
        return null;
    }

    private @Nullable TarHeader header() throws IOException {
        if (position >= size) {
            return null;
        }
        TarHeader header = new TarHeader(read(TarFormat.BLOCK, ""));
        if (header.isZero()) {
            if (position < size && !new TarHeader(read(TarFormat.BLOCK, "")).isZero()) {
                throw new LayerException(archive, "", "an empty block at byte " + (position - 2 * TarFormat.BLOCK));
            }
            position = size;
            return null;
        }
        if (!header.hasRightSum()) {
            throw new LayerException(
                    archive,
                    "",
                    "not a tar header at byte " + (position - TarFormat.BLOCK) + ": its checksum is wrong");
        }
        return header;
    }

    private byte[] extension(TarHeader header, String name) throws IOException {
        long length = header.number(TarFormat.SIZE, TarFormat.LONG_LENGTH);
        if (length < 0 || length > TarFormat.MOST_EXTENDED) {
            throw new LayerException(
                    archive, name, "an extended header of " + length + " bytes; at most " + TarFormat.MOST_EXTENDED);
        }
        byte[] bytes = read((int) length, name);
        position += TarFormat.padded(length) - length;
        return bytes;
    }

    private TarEntry entry(TarHeader header, Extended extended) throws IOException {
        String name = extended.name(header);
        Kind kind = kind(header, name);
        if (extended.pax.isSparse()) {
            throw sparse(name);
        }
        boolean device = (kind == Kind.CHARACTER_DEVICE || kind == Kind.BLOCK_DEVICE) && header.hasDevices();
        long length = kind == Kind.FILE ? extended.number("size", header, TarFormat.SIZE, TarFormat.LONG_LENGTH) : 0;
        TarEntry entry = new TarEntry(
                kind,
                name,
                extended.link(header),
                (int) header.number(TarFormat.MODE, TarFormat.ID_LENGTH) & 07777,
                extended.number("uid", header, TarFormat.UID, TarFormat.ID_LENGTH),
                extended.number("gid", header, TarFormat.GID, TarFormat.ID_LENGTH),
                extended.modified(header),
                length,
                device ? deviceNumber(header, TarFormat.DEVICE_MAJOR) : 0,
                device ? deviceNumber(header, TarFormat.DEVICE_MINOR) : 0,
                extended.pax.attributes(),
                position);
        if (length > size - position) {
            throw cutShort(name);
        }
        position += TarFormat.padded(length);
        return entry;
    }

    private static int deviceNumber(TarHeader header, int offset) {
        long number = header.number(offset, TarFormat.ID_LENGTH);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the device number " + number);
        }
        return (int) number;
    }

    private Kind kind(TarHeader header, String name) throws LayerException {
        return switch (header.type()) {
            case '0' -> Kind.FILE;
            case 0 -> name.endsWith("/") ? Kind.DIRECTORY : Kind.FILE;
            case '1' -> Kind.HARD_LINK;
            case '2' -> Kind.SYMLINK;
            case '3' -> Kind.CHARACTER_DEVICE;
            case '4' -> Kind.BLOCK_DEVICE;
            case '5' -> Kind.DIRECTORY;
            case '6' -> Kind.FIFO;
            case 'S' -> throw sparse(name);
            default ->
                throw new LayerException(
                        archive,
                        name,
                        "of a type that layers do not have: '" + LayerException.shown("" + header.type()) + "'");
        };
    }

    private LayerException sparse(String name) {
        return new LayerException(archive, name, "a sparse file, which Varve does not read; write it without holes");
    }

    private LayerException cutShort(String name) {
        return new LayerException(archive, name, "cut short: the archive ends at byte " + size + ", within an entry");
    }

    private byte[] read(int length, String name) throws IOException {
        if (length > size - position) {
            throw cutShort(name);
        }
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            done += copy(bytes, done);
        }
        return bytes;
    }

    private int copy(byte[] bytes, int done) throws IOException {
        long ahead = position - windowStart;
        if (ahead >= window.limit()) {
            boolean near = ahead - window.limit() < NEAR;
            window.clear().limit(near ? window.capacity() : Math.min(GLANCE, window.capacity()));
            windowStart = position;
            ahead = 0;
            if (channel.read(window, position) <= 0) {
                throw cutShort("");
            }
            window.flip();
        }
        int count = Math.min(bytes.length - done, window.limit() - (int) ahead);
        window.get((int) ahead, bytes, done, count);
        position += count;
        return count;
    }

    /** What came before an entry's own header, and takes precedence over it. */
    private static final class Extended {
        private PaxRecords pax = PaxRecords.NONE;
        private @Nullable String longName;
        private @Nullable String longLink;

        boolean isPresent() {
            return pax != PaxRecords.NONE || longName != null || longLink != null;
        }

        String name(TarHeader header) {
            String name = longName == null ? pax.text("path") : longName;
            return name == null ? header.name() : name;
        }

        String link(TarHeader header) {
            String link = longLink == null ? pax.text("linkpath") : longLink;
            return link == null ? header.link() : link;
        }

        long number(String key, TarHeader header, int offset, int length) {
            long number = pax.number(key, header.number(offset, length));
            if (number < 0) {
                throw new IllegalArgumentException("a negative " + key);
            }
            return number;
        }

        Instant modified(TarHeader header) {
            Instant time = pax.time("mtime");
            return time == null ? TarFormat.time(header.number(TarFormat.MODIFIED, TarFormat.LONG_LENGTH), 0) : time;
        }
    }
}
