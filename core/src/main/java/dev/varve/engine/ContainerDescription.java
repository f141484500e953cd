package dev.varve.engine;

import dev.varve.engine.container.ConfigMerge;
import dev.varve.engine.container.ContainerSettings;
import dev.varve.image.ContainerConfig;
import dev.varve.store.StoredImage;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a request comes to with the image that it asks for. */
final class ContainerDescription {
    private final ContainerRequest request;

    ContainerDescription(ContainerRequest request) {
        this.request = request;
    }

    /** @throws EngineException where such a container could not run */
    ContainerSettings settings(StoredImage image) throws EngineException {
        ContainerConfig config = ConfigMerge.of(
                own(), request.entrypoint.isPresent(), image.config().config());
        ContainerSettings settings = new ContainerSettings(
                request.image,
                image.id(),
                image.config().platform(),
                config,
                request.hostname,
                request.network,
                request.mounts,
                request.hosts,
                request.readOnly,
                request.added,
                request.dropped,
                request.noNewPrivileges,
                request.memory,
                request.terminal,
                request.interactive,
                request.removed,
                request.stopSeconds);
        check(settings);
        return settings;
    }

    private ContainerConfig own() {
        return new ContainerConfig(
                request.user,
                new TreeSet<>(),
                new ArrayList<>(request.environment.values()),
                request.entrypoint.orElse(List.of()),
                request.command,
                new TreeSet<>(request.volumes),
                request.workingDirectory,
                new TreeMap<>(request.labels),
                request.stopSignal,
                request.healthcheck,
                false,
                List.of(),
                List.of());
    }

    private static void check(ContainerSettings settings) throws EngineException {
        if (settings.arguments().isEmpty() || settings.arguments().get(0).isEmpty()) {
            throw new EngineException("no command specified: image '" + settings.image()
                    + "' names no program to run, so name one behind it");
        }
        String folder = settings.config().workingDir();
        if (!folder.isEmpty() && !folder.startsWith("/")) {
            throw new EngineException("the working directory '" + folder + "' must be an absolute path");
        }
        for (String volume : settings.config().volumes()) {
            if (!volume.startsWith("/") || volume.matches("/+")) {
                throw new EngineException(
                        "nothing can be mounted on '" + volume + "'; a volume needs an absolute path");
            }
        }
        for (dev.varve.sandbox.Mount mount : settings.mounts()) {
            if (mount instanceof dev.varve.sandbox.Mount.Bind bind && !Files.exists(bind.source())) {
                throw new EngineException("there is no '" + bind.source() + "' here to mount on " + bind.destination());
            }
        }
    }
}
