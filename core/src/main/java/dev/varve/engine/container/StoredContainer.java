package dev.varve.engine.container;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import dev.varve.store.ContainerFolder;
import dev.varve.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A container of the store, as it was when it was read.
 *
 * @param settings what it is run with
 * @param state what had become of it
 */
public record StoredContainer(ContainerFolder folder, ContainerSettings settings, ContainerState state) {
    /** @throws NoSuchFileException where it has been removed */
    public static StoredContainer read(ContainerFolder folder) throws IOException {
        StoredContainer container = parse(folder);
        if (!container.state.isRunning() || folder.isLocked()) {
            return container;
        }
        // who ends says so before it lets go; so what still says that it runs says nothing any more
        StoredContainer again = parse(folder);
        return again.state.equals(container.state)
                ? new StoredContainer(
                        folder,
                        again.settings,
                        again.state.exited(ContainerState.KILLED, lastSign(folder, again.state)))
                : again;
    }

    private static StoredContainer parse(ContainerFolder folder) throws IOException {
        JsonObject json = folder.state();
        if (!json.has("state") && !Files.exists(folder.path())) {
            throw new NoSuchFileException(folder.path().toString(), null, "the container has been removed");
        }
        try {
            return new StoredContainer(
                    folder, ContainerSettings.read(json.object("settings")), ContainerState.read(json.object("state")));
        } catch (JsonException e) {
            throw new StoreException(
                    "container " + folder.name() + " is damaged: " + e.getMessage() + "; 'varve rm " + folder.name()
                            + "' removes it",
                    e);
        }
    }

    /** When a container was last heard of whose supervisor did not come to say when it ended. */
    private static Instant lastSign(ContainerFolder folder, ContainerState state) throws IOException {
        Path log = folder.log();
        Instant started = state.started().orElse(folder.identity().created());
        if (!Files.exists(log)) {
            return started;
        }
        Instant written = Files.getLastModifiedTime(log).toInstant();
        return written.isAfter(started) ? written : started;
    }

    static JsonObject document(ContainerSettings settings, ContainerState state) {
        return JsonObject.EMPTY.with("settings", settings.toJson()).with("state", state.toJson());
    }

    /** The same in another state, which is kept. */
    StoredContainer save(ContainerState changed) throws IOException {
        folder.save(document(settings, changed));
        return new StoredContainer(folder, settings, changed);
    }

    public String id() {
        return folder.id();
    }

    public String name() {
        return folder.name();
    }

    /** What it calls its machine. */
    public String hostname() {
        if (!settings.hostname().isEmpty()) {
            return settings.hostname();
        }
        return settings.network() == NetworkMode.HOST ? HostNames.own() : id().substring(0, 12);
    }
}
