package dev.varve.lint.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The latest answers to questions, so many that they take a bounded amount of memory. Safe for use by several threads. */
final class Answers {
    private static final int KEPT = 64;

    private final Map<Object, Object> latest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > KEPT;
        }
    };

    /** Two threads that ask at the same time may both work it out, so that neither waits for an answer to something else. */
    <T> T once(Object question, Class<T> kind, Supplier<T> answer) {
        @Nullable Object known = get(question);
        if (known != null) {
            return kind.cast(known);
        }
        T made = answer.get();
        put(question, made);
        return made;
    }

    private synchronized @Nullable Object get(Object question) {
        return latest.get(question);
    }

    private synchronized void put(Object question, Object answer) {
        latest.put(question, answer);
    }
}
