package dev.varve.junit.rpm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The {@code Packages.db} of rpm's own database ({@code lib/backend/ndb/rpmpkg.c}): slots that say where blobs are. */
final class NdbFile {
    private static final int MAGIC = 'R' | 'p' << 8 | 'm' << 16 | 'P' << 24;
    private static final int SLOT = 'S' | 'l' << 8 | 'o' << 16 | 't' << 24;
    private static final int BLOB = 'B' | 'l' << 8 | 'b' << 16 | 'S' << 24;
    private static final int PAGE = 4096;
    private static final int SLOT_SIZE = 16;
    private static final int HEADER_SIZE = 32;
    private static final int BLOCK = 16;

    private NdbFile() {}

    static List<byte[]> blobs(ByteBuffer bytes) throws IOException {
        ByteBuffer file = bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (file.getInt(0) != MAGIC) {
            throw new IOException("not a database of rpm");
        }
        Blobs blobs = new Blobs(file);
        int end = Math.multiplyExact(file.getInt(12), PAGE);
        for (int slot = HEADER_SIZE; slot < end; slot += SLOT_SIZE) {
            if (file.getInt(slot) == SLOT && file.getInt(slot + 4) != 0) {
                int blob = Math.multiplyExact(file.getInt(slot + 8), BLOCK);
                if (file.getInt(blob) != BLOB) {
                    throw new IOException("a damaged database of rpm");
                }
                blobs.add(blob + BLOCK, file.getInt(blob + 12));
            }
        }
        return blobs.list();
    }
}
