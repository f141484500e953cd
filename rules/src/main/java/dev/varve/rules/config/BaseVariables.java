package dev.varve.rules.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables that well-known images set. */
final class BaseVariables {
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            Map.entry("scratch", Set.of()),
            Map.entry("alpine", Set.of()),
            Map.entry("busybox", Set.of()),
            Map.entry("debian", Set.of()),
            Map.entry("ubuntu", Set.of("LANG", "LC_ALL")),
            Map.entry("fedora", Set.of("DISTTAG", "FGC", "FBR", "container")),
            Map.entry("rockylinux", Set.of()),
            Map.entry("almalinux", Set.of()),
            Map.entry("amazonlinux", Set.of()),
            Map.entry("node", Set.of("NODE_VERSION", "YARN_VERSION", "NPM_CONFIG_LOGLEVEL")),
            Map.entry("golang", Set.of("GOLANG_VERSION", "GOTOOLCHAIN", "GOPATH", "GOLANG_SRC_URL")),
            Map.entry("rust", Set.of("RUSTUP_HOME", "CARGO_HOME", "RUST_VERSION")));

    private BaseVariables() {}

    /** Those of an image, by its name without host and tag; empty where it is not known. */
    static Optional<Set<String>> of(String image) {
        String name = image.replaceFirst("^(docker\\.io/)?(library/)?", "").replaceFirst("[:@].*", "");
        return Optional.ofNullable(KNOWN.get(name));
    }
}
