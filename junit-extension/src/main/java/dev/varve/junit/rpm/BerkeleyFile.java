package dev.varve.junit.rpm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A hash of Berkeley DB ({@code src/dbinc/db_page.h}). The values that are large are in chains of pages of their own, and a
 * header of rpm always is; what is small are the bookkeeping's.
 */
final class BerkeleyFile {
    private static final int MAGIC = 0x061561;
    private static final int HASH_PAGE = 13;
    private static final int UNSORTED_HASH_PAGE = 2;
    private static final int OVERFLOW_PAGE = 7;
    private static final int OFF_PAGE = 3;
    private static final int PAGE_HEADER = 26;

    private final ByteBuffer file;
    private final int pageSize;

    private BerkeleyFile(ByteBuffer bytes) throws IOException {
        this.file = bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (file.getInt(12) != MAGIC) {
            file.order(ByteOrder.BIG_ENDIAN);
        }
        if (file.getInt(12) != MAGIC) {
            throw new IOException("not a hash of Berkeley DB");
        }
        this.pageSize = file.getInt(20);
        if (pageSize < 512 || pageSize > 1 << 16) {
            throw new IOException("a damaged hash of Berkeley DB");
        }
    }

    static List<byte[]> values(ByteBuffer bytes) throws IOException {
        BerkeleyFile hash = new BerkeleyFile(bytes);
        Blobs values = new Blobs(bytes);
        for (int page = 1; (page + 1L) * hash.pageSize <= bytes.limit(); page++) {
            hash.addValues(page * hash.pageSize, values);
        }
        return values.list();
    }

    private void addValues(int page, Blobs values) throws IOException {
        int type = file.get(page + 25);
        if (type != HASH_PAGE && type != UNSORTED_HASH_PAGE) {
            return;
        }
        int entries = Short.toUnsignedInt(file.getShort(page + 20));
        // keys and values in turn
        for (int i = 1; i < entries; i += 2) {
            int entry = page + Short.toUnsignedInt(file.getShort(page + PAGE_HEADER + 2 * i));
            if (file.get(entry) == OFF_PAGE) {
                readChain(file.getInt(entry + 4), values.add(file.getInt(entry + 8)));
            }
        }
    }

    private void readChain(int first, byte[] value) throws IOException {
        int number = first;
        for (int filled = 0; filled < value.length; ) {
            int page = Math.multiplyExact(number, pageSize);
            int size = Short.toUnsignedInt(file.getShort(page + 22));
            if (file.get(page + 25) != OVERFLOW_PAGE || size == 0) {
                throw new IOException("a damaged hash of Berkeley DB");
            }
            file.position(page + PAGE_HEADER);
            file.get(value, filled, size);
            filled += size;
            number = file.getInt(page + 16);
        }
    }
}
