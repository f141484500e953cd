package dev.varve.junit.rpm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The tables of a database of SQLite 3, as its "Database File Format" has them; each page is read once. */
final class SqliteFile {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int FILE_HEADER = 100;
    private static final int INTERIOR = 5;
    private static final int LEAF = 13;

    private final ByteBuffer file;
    private final int pageSize;
    private final int usable;
    private final BitSet read = new BitSet();

    SqliteFile(ByteBuffer file) throws IOException {
        this.file = file;
        byte[] magic = new byte[MAGIC.length];
        file.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("not a database of SQLite");
        }
        int size = Short.toUnsignedInt(file.getShort(16));
        this.pageSize = size == 1 ? 1 << 16 : size;
        this.usable = pageSize - Byte.toUnsignedInt(file.get(20));
        if (Integer.bitCount(pageSize) != 1 || usable < 480) {
            throw new IOException("a damaged database of SQLite");
        }
    }

    /** The last column, a blob, of each row of a table. */
    List<byte[]> rows(String table) throws IOException {
        int root = 0;
        for (byte[] row : payloads(1)) {
            SqliteRecord record = new SqliteRecord(row);
            if (record.text(0).equals("table") && record.text(1).equals(table)) {
                root = record.number(3);
            }
        }
        if (root == 0) {
            throw new IOException("no table " + table);
        }
        List<byte[]> blobs = new ArrayList<>();
        for (byte[] row : payloads(root)) {
            Optional<byte[]> blob = new SqliteRecord(row).lastBlob();
            blob.ifPresent(blobs::add);
        }
        return blobs;
    }

    private List<byte[]> payloads(int root) throws IOException {
        Blobs payloads = new Blobs(file);
        List<Integer> pages = new ArrayList<>(List.of(root));
        for (int i = 0; i < pages.size(); i++) {
            int page = at(pages.get(i));
            int header = page == 0 ? FILE_HEADER : page;
            int kind = file.get(header);
            if (kind != INTERIOR && kind != LEAF) {
                throw new IOException("a damaged database of SQLite");
            }
            int cells = Short.toUnsignedInt(file.getShort(header + 3));
            int pointers = header + (kind == LEAF ? 8 : 12);
            for (int cell = 0; cell < cells; cell++) {
                int start = page + Short.toUnsignedInt(file.getShort(pointers + 2 * cell));
                if (kind == LEAF) {
                    readPayload(start, payloads);
                } else {
                    pages.add(file.getInt(start));
                }
            }
            if (kind == INTERIOR) {
                pages.add(file.getInt(header + 8));
            }
        }
        return payloads.list();
    }

    private int at(int page) throws IOException {
        if (page < 1 || (long) page * pageSize > file.limit() || read.get(page)) {
            throw new IOException("a damaged database of SQLite");
        }
        read.set(page);
        return (page - 1) * pageSize;
    }

    /** The first bytes of a row are in its cell, what is too much for it in a chain of pages. */
    private void readPayload(int cell, Blobs payloads) throws IOException {
        file.position(cell);
        long size = SqliteRecord.number(file);
        SqliteRecord.number(file);
        byte[] payload = payloads.add(size);
        int local = local(payload.length);
        file.get(payload, 0, local);
        int next = local < payload.length ? file.getInt() : 0;
        for (int filled = local; filled < payload.length; ) {
            int page = at(next);
            next = file.getInt(page);
            int part = Math.min(payload.length - filled, usable - 4);
            file.position(page + 4);
            file.get(payload, filled, part);
            filled += part;
        }
    }

    private int local(int size) {
        int most = usable - 35;
        if (size <= most) {
            return size;
        }
        int least = (usable - 12) * 32 / 255 - 23;
        int filling = least + (size - least) % (usable - 4);
        return filling <= most ? filling : least;
    }
}
