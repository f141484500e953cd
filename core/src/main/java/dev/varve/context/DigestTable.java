package dev.varve.context;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The file of a {@link DigestCache}: a header, rows of equal length sorted by device and inode, a checksum. Rows are looked up
 * in the bytes as they are.
 */
final class DigestTable {
    private static final byte[] MAGIC = "varve digests 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length;
    private static final int ROW = 5 * Long.BYTES + 2 * Integer.BYTES + 32;
    private static final int TRAILER = Integer.BYTES;
    private static final int MOST_ROWS = 1 << 19;
    private static final int HAS_ATTRIBUTES = 1;
    private static final int HAS_DIGEST = 2;
    private static final DigestTable EMPTY = new DigestTable(ByteBuffer.allocate(HEADER + TRAILER));
    private static final String ALGORITHM = "sha256:";

    private final ByteBuffer bytes;
    private final int count;

    private DigestTable(ByteBuffer bytes) {
        this.bytes = bytes;
        this.count = (bytes.limit() - HEADER - TRAILER) / ROW;
    }

    /** What a row is found by. */
    record Key(long device, long inode) implements Comparable<Key> {
        static Key of(FileIdentity identity) {
            return new Key(identity.device(), identity.inode());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && device == key.device && inode == key.inode;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(device) * 31 + Long.hashCode(inode);
        }

        @Override
        public int compareTo(Key other) {
            int order = Long.compare(device, other.device);
            return order != 0 ? order : Long.compare(inode, other.inode);
        }
    }

    /** A row; the day, counted from 1970, is when it was last of use. */
    record Row(FileIdentity identity, int day, DigestCache.Known known) {
        Key key() {
            return Key.of(identity);
        }
    }

    static DigestTable empty() {
        return EMPTY;
    }

    /** Reads a table; a file that is missing, too large, damaged or of another kind is an empty one. */
    static DigestTable read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > HEADER + (long) MOST_ROWS * ROW + TRAILER) {
                return EMPTY;
            }
            byte[] bytes = Files.readAllBytes(file);
            int rows = bytes.length - HEADER - TRAILER;
            boolean whole = rows >= 0
                    && rows % ROW == 0
                    && Arrays.equals(MAGIC, 0, HEADER, bytes, 0, HEADER)
                    && ByteBuffer.wrap(bytes).getInt(bytes.length - TRAILER) == checksum(bytes);
            return whole ? new DigestTable(ByteBuffer.wrap(bytes)) : EMPTY;
        } catch (IOException e) {
            return EMPTY;
        }
    }

    /** Replaces a file at once. When there are too many rows, those last of use longest ago are left out. */
    static void write(Path file, Collection<Row> rows) throws IOException {
        List<Row> kept = rows.stream()
                .sorted((a, b) -> Integer.compare(b.day(), a.day()))
                .limit(MOST_ROWS)
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .toList();
        ByteBuffer out =
                ByteBuffer.allocate(HEADER + kept.size() * ROW + TRAILER).put(MAGIC);
        kept.forEach(row -> put(row, out));
        out.putInt(checksum(out.array()));
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "digests", ".tmp");
        try {
            Files.write(temporary, out.array());
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, bytes.length - TRAILER);
        return (int) sum.getValue();
    }

    private static void put(Row row, ByteBuffer out) {
        FileIdentity identity = row.identity;
        out.putLong(identity.device()).putLong(identity.inode()).putLong(identity.size());
        out.putLong(identity.modified()).putLong(identity.changed()).putInt(row.day);
        String digest = row.known.digest();
        out.putInt((row.known.hasAttributes() ? HAS_ATTRIBUTES : 0) | (digest.isEmpty() ? 0 : HAS_DIGEST));
        out.put(digest.isEmpty() ? new byte[32] : HexFormat.of().parseHex(digest.substring(ALGORITHM.length())));
    }

    /** The row of exactly this file in exactly this state. */
    @Nullable
    Row find(FileIdentity identity) {
        Key key = Key.of(identity);
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = key(middle).compareTo(key);
            if (order == 0) {
                Row row = row(middle);
                return row.identity.equals(identity) ? row : null;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    Stream<Row> rows() {
        return IntStream.range(0, count).mapToObj(this::row);
    }

    private Key key(int index) {
        int at = HEADER + index * ROW;
        return new Key(bytes.getLong(at), bytes.getLong(at + 8));
    }

    private Row row(int index) {
        ByteBuffer in = bytes.duplicate().position(HEADER + index * ROW);
        FileIdentity identity = new FileIdentity(in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
        int day = in.getInt();
        int flags = in.getInt();
        byte[] digest = new byte[32];
        in.get(digest);
        return new Row(
                identity,
                day,
                new DigestCache.Known(
                        (flags & HAS_DIGEST) != 0 ? Sha256.name(digest) : "", (flags & HAS_ATTRIBUTES) != 0));
    }
}
