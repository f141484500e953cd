package dev.varve.registry;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code VARVE_MIRRORS} says: {@code REGISTRY=URL} with blanks between; a registry may come more than once. */
final class Mirrors {
    static final String VARIABLE = "VARVE_MIRRORS";

    private Mirrors() {}

    static Map<String, List<URI>> of(Map<String, String> environment) {
        Map<String, List<URI>> mirrors = new LinkedHashMap<>();
        for (String word : environment.getOrDefault(VARIABLE, "").strip().split("\\s+")) {
            int equals = word.indexOf('=');
            if (!word.isEmpty()) {
                String registry = word.substring(0, Math.max(equals, 0));
                mirrors.computeIfAbsent(registry, name -> new ArrayList<>()).add(address(word, equals));
            }
        }
        return mirrors;
    }

    private static URI address(String word, int equals) {
        if (equals > 0 && word.substring(equals + 1).matches("https?://[^/?#]+(/[^?#]*)?")) {
            try {
                return URI.create(word.substring(equals + 1));
            } catch (IllegalArgumentException e) {
                // told below
            }
        }
        throw new IllegalArgumentException(
                VARIABLE + " has '" + word + "'; expected REGISTRY=URL, such as docker.io=https://mirror.example/hub");
    }
}
