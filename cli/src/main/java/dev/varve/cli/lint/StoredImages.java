package dev.varve.cli.lint;

import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.lint.KnownImages;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the store knows of images. Where there is no store, or none that can be read, nothing is known and none is made. */
final class StoredImages implements KnownImages {
    private final Path home;
    private final Map<ImageReference, Set<Platform>> known = new ConcurrentHashMap<>();
    private boolean opened;
    private @Nullable Store store;

    StoredImages(Map<String, String> environment) {
        home = Store.defaultHome(environment);
    }

    @Override
    public Set<Platform> platforms(ImageReference name) {
        return known.computeIfAbsent(name, this::read);
    }

    private synchronized Set<Platform> read(ImageReference name) {
        try {
            if (!opened) {
                opened = true;
                store = Files.exists(home.resolve("index.json")) ? Store.open(home) : null;
            }
            return store == null ? Set.of() : store.images().platforms(name);
        } catch (IOException e) {
            return Set.of();
        }
    }
}
