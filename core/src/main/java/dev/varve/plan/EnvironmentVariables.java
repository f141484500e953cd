package dev.varve.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables in scope, in the order in which each was last set: RUN's cache key covers that order too (BuildKit
 * {@code client/llb/meta.go}, {@code EnvList}).
 */
final class EnvironmentVariables {
    private final Map<String, String> values;

    EnvironmentVariables() {
        this.values = new LinkedHashMap<>();
    }

    EnvironmentVariables(EnvironmentVariables inherited) {
        this.values = new LinkedHashMap<>(inherited.values);
    }

    void set(String key, String value) {
        values.remove(key);
        values.put(key, value);
    }

    @Nullable
    String get(String key) {
        return values.get(key);
    }

    List<String> assignments() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }
}
