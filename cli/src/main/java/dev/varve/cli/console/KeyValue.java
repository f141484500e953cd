package dev.varve.cli.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a flag that is written {@code key=value}. */
public record KeyValue(String key, String value) {
    /** @throws IllegalArgumentException where it is not written so */
    public static KeyValue parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("expected key=value");
        }
        return new KeyValue(text.substring(0, equals), text.substring(equals + 1));
    }

    /**
     * As with docker, a key without a value takes that of the environment, and is left out where that has none.
     *
     * @param texts {@code key=value} or {@code key}
     */
    public static Map<String, String> withEnvironment(List<String> texts, Map<String, String> environment) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals >= 0) {
                values.put(text.substring(0, equals), text.substring(equals + 1));
            } else if (environment.containsKey(text)) {
                values.put(text, environment.get(text));
            }
        }
        return values;
    }
}
