package dev.varve.layer;

import dev.varve.context.Utf8;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The records of a PAX extended header (POSIX.1-2001, {@code pax}, "pax Extended Header"): text, but for the values of
 * extended attributes, which are bytes.
 */
final class PaxRecords {
    static final PaxRecords NONE = new PaxRecords(Map.of());

    private final Map<String, byte[]> records;

    private PaxRecords(Map<String, byte[]> records) {
        this.records = records;
    }

    /** @throws IllegalArgumentException where the bytes are no records */
    static PaxRecords parse(byte[] bytes) {
        Map<String, byte[]> records = new LinkedHashMap<>();
        int at = 0;
        while (at < bytes.length) {
            int start = at;
            int length = 0;
            while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && length < bytes.length) {
                length = length * 10 + bytes[at++] - '0';
            }
            int end = start + length;
            int equals = at + 1;
            while (equals < end && end <= bytes.length && bytes[equals] != '=') {
                equals++;
            }
            if (at == start || end > bytes.length || equals >= end || bytes[at] != ' ' || bytes[end - 1] != '\n') {
                throw new IllegalArgumentException("a malformed record in an extended header");
            }
            String key = Utf8.decode(Arrays.copyOfRange(bytes, at + 1, equals));
            records.put(key, Arrays.copyOfRange(bytes, equals + 1, end - 1));
            at = end;
        }
        return new PaxRecords(records);
    }

    /**
     * The text of a record; null where there is none. An empty one is as good as none.
     *
     * @throws IllegalArgumentException where it holds NUL
     */
    @Nullable
    String text(String key) {
        byte[] value = records.get(key);
        if (value == null || value.length == 0) {
            return null;
        }
        String text = Utf8.decode(value);
        if (text.indexOf(0) >= 0) {
            throw new IllegalArgumentException("NUL in its " + key);
        }
        return text;
    }

    /** @throws IllegalArgumentException where it is no number */
    long number(String key, long otherwise) {
        String text = text(key);
        return text == null ? otherwise : parse(key, text);
    }

    /**
     * A time; null where there is none.
     *
     * @throws IllegalArgumentException where it is no time
     */
    @Nullable
    Instant time(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        int point = text.indexOf('.');
        String seconds = point < 0 ? text : text.substring(0, point);
        String fraction = point < 0 ? "" : text.substring(point + 1);
        if (!fraction.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("no time in its " + key);
        }
        long nanoseconds = Long.parseLong((fraction + "000000000").substring(0, 9));
        return TarFormat.time(parse(key, seconds), seconds.startsWith("-") ? -nanoseconds : nanoseconds);
    }

    private static long parse(String key, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no number in its " + key, e);
        }
    }

    /** Whether they are of one of the sparse formats of GNU tar, in which a file's bytes are not all there. */
    boolean isSparse() {
        return !records.isEmpty() && records.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."));
    }

    /** Extended attributes by name. */
    Map<String, byte[]> attributes() {
        if (records.isEmpty()) {
            return Map.of();
        }
        Map<String, byte[]> attributes = new TreeMap<>();
        records.forEach((key, value) -> {
            if (key.startsWith(TarFormat.ATTRIBUTE) && key.length() > TarFormat.ATTRIBUTE.length()) {
                attributes.put(key.substring(TarFormat.ATTRIBUTE.length()), value);
            }
        });
        return attributes;
    }
}
