package dev.varve.cli.dockerfile;

import java.nio.file.Path;

/** Where things are kept that can be had again: {@code $XDG_CACHE_HOME/varve}. */
final class CacheFolder {
    private CacheFolder() {}

    static Path path() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path folder = cache != null && cache.startsWith("/")
                ? Path.of(cache)
                : Path.of(System.getProperty("user.home"), ".cache");
        return folder.resolve("varve");
    }
}
