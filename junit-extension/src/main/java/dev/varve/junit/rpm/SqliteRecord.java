package dev.varve.junit.rpm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row in SQLite's record format: the types of its columns, then their values. */
final class SqliteRecord {
    private static final int[] NUMBER_SIZES = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};

    private final ByteBuffer bytes;
    private final List<Integer> types = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    SqliteRecord(byte[] payload) {
        this.bytes = ByteBuffer.wrap(payload);
        int start = Math.toIntExact(number(bytes));
        int headerEnd = start;
        while (bytes.position() < headerEnd) {
            int type = Math.toIntExact(number(bytes));
            types.add(type);
            starts.add(start);
            start = Math.addExact(start, size(type));
        }
    }

    private static int size(int type) {
        return type < NUMBER_SIZES.length ? NUMBER_SIZES[type] : (type - 12) / 2;
    }

    String text(int column) {
        return new String(bytes.array(), starts.get(column), size(types.get(column)), StandardCharsets.UTF_8);
    }

    int number(int column) {
        int value = types.get(column) == 9 ? 1 : 0;
        for (int i = 0; i < size(types.get(column)); i++) {
            value = value << 8 | Byte.toUnsignedInt(bytes.get(starts.get(column) + i));
        }
        return value;
    }

    Optional<byte[]> lastBlob() {
        int last = types.size() - 1;
        if (types.get(last) < 12) {
            return Optional.empty();
        }
        byte[] blob = new byte[size(types.get(last))];
        bytes.position(starts.get(last));
        bytes.get(blob);
        return Optional.of(blob);
    }

    /** A number of one to nine bytes, seven bits each but for the ninth. */
    static long number(ByteBuffer bytes) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte next = bytes.get();
            value = value << 7 | (next & 0x7f);
            if (next >= 0) {
                return value;
            }
        }
        return (value << 8) | Byte.toUnsignedInt(bytes.get());
    }
}
