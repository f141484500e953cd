package dev.varve.cli.container;

import dev.varve.engine.ContainerRequest;
import dev.varve.sandbox.Mount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A value of {@code --volume}: {@code CONTAINER} for a folder of the container's own, or {@code HOST:CONTAINER[:ro]}.
 *
 * @param source empty for a folder of the container's own
 */
record VolumeText(Optional<String> source, String destination, boolean readOnly) {
    /** @throws IllegalArgumentException where it is none, or none that can be had here */
    static VolumeText parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length > 3 || text.isEmpty()) {
            throw new IllegalArgumentException("expected HOST:CONTAINER[:ro]");
        }
        if (parts.length == 1) {
            return new VolumeText(Optional.empty(), parts[0], false);
        }
        if (!parts[0].startsWith("/") && !parts[0].startsWith(".") && !parts[0].startsWith("~")) {
            throw new IllegalArgumentException(
                    "'" + parts[0] + "' is no path, and there are no named volumes here: name a" + " folder, such as ./"
                            + parts[0] + "; it is made where it is not there");
        }
        boolean readOnly = parts.length == 3 && parts[2].equals("ro");
        if (parts.length == 3 && !readOnly && !parts[2].equals("rw")) {
            throw new IllegalArgumentException("invalid mode: " + parts[2] + "; there are ro and rw");
        }
        new Mount.Bind(Path.of(parts[0]), parts[1], readOnly);
        return new VolumeText(Optional.of(parts[0]), parts[1], readOnly);
    }

    /** A folder that is not there is made, as Docker does it for this flag. */
    void addTo(ContainerRequest request) throws IOException {
        if (source.isEmpty()) {
            request.volume(destination);
            return;
        }
        Path path = Path.of(source.get()).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            Files.createDirectories(path);
        }
        request.mount(new Mount.Bind(path, destination, readOnly));
    }
}
