package dev.varve.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read last, so that it need not be read again. Safe for use by several threads. */
final class Recent<K, V> {
    /** A document of more bytes is not kept: of such there are few. */
    static final int LARGEST = 1 << 16;

    private final Map<K, V> values;

    Recent(int most) {
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

    synchronized void add(K key, V value) {
        values.put(key, value);
    }
}
