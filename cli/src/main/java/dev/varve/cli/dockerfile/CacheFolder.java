package dev.varve.cli.dockerfile;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where things are kept that can be had again: {@code $XDG_CACHE_HOME/varve}. */
final class CacheFolder {
    private CacheFolder() {}

    /** Empty for a user without a home, who keeps nothing. */
    static Optional<Path> path(Map<String, String> environment) {
        return absolute(environment.get("XDG_CACHE_HOME"))
                .or(() -> absolute(environment.get("HOME"))
                        .or(() -> absolute(System.getProperty("user.home")))
                        .map(home -> home.resolve(".cache")))
                .map(cache -> cache.resolve("varve"));
    }

    /** Java says {@code ?} of a user that the system does not know. */
    private static Optional<Path> absolute(@Nullable String folder) {
        return Optional.ofNullable(folder).map(Path::of).filter(Path::isAbsolute);
    }
}
