package dev.varve.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read last, so that it need not be read again. Safe for use by several threads. */
final class Recent<K, V> {
    /** Of larger documents, in bytes, there are few. */
    static final long SMALL = 1 << 16;

    private final Map<K, V> values;
    private final long largest;

    /** @param largest what is read from more bytes is not kept */
    Recent(int most, long largest) {
        this.largest = largest;
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized @Nullable V find(K key) {
        return values.get(key);
    }

    /** @param bytes of which it was read */
    synchronized void add(K key, V value, long bytes) {
        if (bytes <= largest) {
            values.put(key, value);
        }
    }
}
