package dev.varve.store;

import dev.varve.image.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The content of the file of a key: frames in the order in which they were written, each with its length and checksum. A
 * later frame of an id replaces the record, or says that it was used. What a writer that died or ran out of disk
 * left half written is passed over: after a frame that is not whole, the next one that is is looked for.
 */
final class RecordLog {
    private static final int MAGIC = 0x76727631; // "vrv1"
    private static final int HEADER = 3 * Integer.BYTES;
    private static final byte PUT = 1;
    private static final byte USED = 2;

    /** What a file may hold in vain before it is written anew. */
    private static final int SMALL = 4096;

    private final Map<String, CacheRecord> records = new LinkedHashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private int length;
    private boolean torn;

    static RecordLog parse(byte[] bytes) {
        RecordLog log = new RecordLog();
        log.length = bytes.length;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            if (!log.readFrame(in, bytes)) {
                log.torn = true;
                skipToNext(in);
            }
        }
        return log;
    }

    List<CacheRecord> records() {
        return new ArrayList<>(records.values());
    }

    /** Whether it would be much shorter written anew, or has something torn in it. */
    boolean isWorthRewriting() {
        long live = lengths.values().stream().mapToLong(Integer::longValue).sum();
        return torn || length > 2 * live + SMALL;
    }

    private boolean readFrame(ByteBuffer in, byte[] bytes) {
        int start = in.position();
        if (in.remaining() < HEADER || in.getInt(start) != MAGIC) {
            return false;
        }
        int length = in.getInt(start + Integer.BYTES);
        if (length < 0 || length > in.remaining() - HEADER) {
            return false;
        }
        int sum = in.getInt(start + 2 * Integer.BYTES);
        if (sum != checksum(bytes, start + HEADER, length)) {
            return false;
        }
        try {
            apply(new DataInputStream(new ByteArrayInputStream(bytes, start + HEADER, length)), HEADER + length);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        in.position(start + HEADER + length);
        return true;
    }

    private static void skipToNext(ByteBuffer in) {
        int at = in.position() + 1;
        while (at + Integer.BYTES <= in.limit() && in.getInt(at) != MAGIC) {
            at++;
        }
        in.position(at + Integer.BYTES <= in.limit() ? at : in.limit());
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, offset, length);
        return (int) sum.getValue();
    }

    private void apply(DataInputStream in, int size) throws IOException {
        byte kind = in.readByte();
        Instant time = Instant.ofEpochSecond(in.readLong());
        String id = in.readUTF();
        switch (kind) {
            case PUT -> {
                Instant used = Instant.ofEpochSecond(in.readLong());
                List<Digest> layers = new ArrayList<>();
                for (int left = in.readUnsignedShort(); left > 0; left--) {
                    layers.add(Digest.parse(in.readUTF()));
                }
                records.put(id, new CacheRecord(id, in.readAllBytes(), layers, time, used));
                lengths.put(id, size);
            }
            case USED -> records.computeIfPresent(id, (same, record) -> record.usedAt(time));
            default -> throw new IOException("unknown kind of frame: " + kind);
        }
    }

    static byte[] put(CacheRecord record) {
        return frame(PUT, record.created(), record.id(), out -> {
            out.writeLong(record.lastUsed().getEpochSecond());
            out.writeShort(record.layers().size());
            for (Digest layer : record.layers()) {
                out.writeUTF(layer.toString());
            }
            out.write(record.document());
        });
    }

    static byte[] used(String id, Instant time) {
        return frame(USED, time, id, out -> {});
    }

    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] frame(byte kind, Instant time, String id, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[HEADER]);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(kind);
            out.writeLong(time.getEpochSecond());
            out.writeUTF(id);
            body.write(out);
        } catch (IOException e) {
            throw new IllegalArgumentException("the record cannot be written: " + e.getMessage(), e);
        }
        byte[] frame = bytes.toByteArray();
        int length = frame.length - HEADER;
        ByteBuffer.wrap(frame).putInt(MAGIC).putInt(length).putInt(checksum(frame, HEADER, length));
        return frame;
    }
}
