package dev.varve.engine.build;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What RUN is given from outside.
 *
 * @param network {@code --network}: {@code host}, {@code none}, or {@code default}, which is that of the host
 * @param secrets {@code --secret}: each id's bytes
 * @param agents {@code --ssh}: each id's socket of an agent
 * @param proxies the variables that say how the network is reached; they are no part of a cache key
 */
public record RunSettings(
        String network,
        Map<String, byte[]> secrets,
        Map<String, Path> agents,
        Optional<Long> memory,
        Map<String, String> proxies) {
    /** Nothing from outside. */
    public static final RunSettings DEFAULT =
            new RunSettings("default", Map.of(), Map.of(), Optional.empty(), Map.of());

    public RunSettings {
        secrets = Map.copyOf(secrets);
        agents = Map.copyOf(agents);
        proxies = Map.copyOf(proxies);
    }
}
