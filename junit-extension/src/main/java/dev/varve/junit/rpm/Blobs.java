package dev.varve.junit.rpm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What is read from a file: together no more than the file is, whatever it says of itself. */
final class Blobs {
    private final List<byte[]> list = new ArrayList<>();
    private final ByteBuffer file;
    private long left;

    Blobs(ByteBuffer file) {
        this.file = file;
        this.left = file.limit();
    }

    /** Room for one more. */
    byte[] add(long size) throws IOException {
        left -= size;
        if (size < 0 || left < 0) {
            throw new IOException("a damaged database: it has less than it says");
        }
        byte[] blob = new byte[(int) size];
        list.add(blob);
        return blob;
    }

    /** One that is at a place of the file in one piece. */
    void add(int start, long size) throws IOException {
        byte[] blob = add(size);
        file.position(start);
        file.get(blob);
    }

    List<byte[]> list() {
        return list;
    }
}
