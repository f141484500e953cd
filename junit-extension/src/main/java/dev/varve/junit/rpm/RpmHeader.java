package dev.varve.junit.rpm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What rpm keeps of a package: a list of 16 bytes an entry (tag, type, offset, count), and the data that these point into;
 * numbers are big-endian.
 */
final class RpmHeader {
    private static final int NAME = 1000;
    private static final int VERSION = 1001;
    private static final int RELEASE = 1002;
    private static final int EPOCH = 1003;
    private static final int ENTRY = 16;

    private final ByteBuffer blob;
    private final int entries;

    RpmHeader(byte[] blob) {
        this.blob = ByteBuffer.wrap(blob);
        this.entries = this.blob.getInt(0);
    }

    String name() {
        return text(NAME);
    }

    String version() {
        int epoch = offset(EPOCH);
        String prefix = epoch < 0 || blob.getInt(epoch) == 0 ? "" : blob.getInt(epoch) + ":";
        return prefix + text(VERSION) + "-" + text(RELEASE);
    }

    private String text(int tag) {
        int start = offset(tag);
        if (start < 0) {
            throw new IllegalArgumentException("no tag " + tag);
        }
        int end = start;
        while (blob.get(end) != 0) {
            end++;
        }
        return new String(blob.array(), start, end - start, StandardCharsets.UTF_8);
    }

    /** Where the data of a tag are; negative where there is no such tag. */
    private int offset(int tag) {
        for (int i = 0; i < entries; i++) {
            int entry = 8 + i * ENTRY;
            if (blob.getInt(entry) == tag) {
                return 8 + entries * ENTRY + blob.getInt(entry + 8);
            }
        }
        return -1;
    }
}
