package dev.varve.layer;

import dev.varve.context.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Collects what does not fit into a header, as Go's {@code archive/tar} does ({@code common.go}, {@code strconv.go}). */
final class PaxWriter {
    private final Map<String, byte[]> records = new TreeMap<>();

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** Text goes into a header where it is short and ASCII. */
    void text(String key, byte[] value, int room) {
        if (value.length > room || !isAscii(value)) {
            records.put(key, value);
        }
    }

    void number(String key, long value, int room) {
        if (!TarBlock.fits(value, room)) {
            records.put(key, ascii(Long.toString(value)));
        }
    }

    void time(String key, Instant time) {
        if (time.getNano() != 0) {
            records.put(key, ascii(text(time)));
        } else {
            number(key, time.getEpochSecond(), TarFormat.LONG_LENGTH);
        }
    }

    void attribute(String name, byte[] value) {
        records.put(TarFormat.ATTRIBUTE + name, value);
    }

    private static String text(Instant time) {
        boolean before = time.getEpochSecond() < 0;
        long seconds = before ? -(time.getEpochSecond() + 1) : time.getEpochSecond();
        int nanoseconds = before ? 1_000_000_000 - time.getNano() : time.getNano();
        String digits = String.format("%09d", nanoseconds).replaceFirst("0+$", "");
        return (before ? "-" : "") + seconds + "." + digits;
    }

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** All of it; empty where everything fits into the header. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        records.forEach((key, value) -> {
            byte[] name = Utf8.encode(key);
            int length = 3 + name.length + value.length;
            int digits = Integer.toString(length).length();
            if (Integer.toString(length + digits).length() > digits) {
                digits++;
            }
            out.writeBytes(ascii(Integer.toString(length + digits)));
            out.write(' ');
            out.writeBytes(name);
            out.write('=');
            out.writeBytes(value);
            out.write('\n');
        });
        return out.toByteArray();
    }
}
