package dev.varve.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The build arguments that say how the network is reached. A RUN gets them whether its stage declares them or not, each in
 * capitals and in small letters (BuildKit {@code proxyEnvFromBuildArgs}, {@code proxyEnvList}).
 */
final class ProxyVariables {
    private static final Set<String> NAMES = Set.of("HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY");

    private ProxyVariables() {}

    static Map<String, String> of(Map<String, String> arguments) {
        Map<String, String> variables = new TreeMap<>();
        // of several spellings the last counts, capitals first
        new TreeMap<>(arguments).forEach((name, value) -> {
            String upper = name.toUpperCase(Locale.ROOT);
            if (NAMES.contains(upper)) {
                variables.put(upper, value);
                variables.put(upper.toLowerCase(Locale.ROOT), value);
            }
        });
        variables.values().removeIf(String::isEmpty);
        return variables;
    }
}
