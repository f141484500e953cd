package dev.varve.cli.container;

import dev.varve.cli.format.ByteCount;
import dev.varve.engine.ContainerRequest;
import dev.varve.sandbox.Mount;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value of {@code --mount}: {@code type=bind,src=PATH,dst=PATH[,ro]}, {@code type=tmpfs,dst=PATH[,tmpfs-size=64m]
 * [,tmpfs-mode=1777]}, or {@code type=volume,dst=PATH} for a folder of the container's own.
 *
 * @param mount empty for a folder of the container's own
 */
record MountText(Optional<Mount> mount, String destination) {
    private static final int TMPFS_MODE = 01777;
    private static final Set<String> KNOWN =
            Set.of("type", "source", "destination", "readonly", "tmpfs-size", "tmpfs-mode");

    /** @throws IllegalArgumentException where it is none, or none that can be had here */
    static MountText parse(String text) {
        Map<String, String> fields = fields(text);
        String destination = fields.getOrDefault("destination", "");
        String source = fields.getOrDefault("source", "");
        if (destination.isEmpty()) {
            throw new IllegalArgumentException("target is required");
        }
        switch (fields.getOrDefault("type", "volume")) {
            case "bind" -> {
                if (source.isEmpty()) {
                    throw new IllegalArgumentException("source is required");
                }
                boolean readOnly = isTrue(fields.getOrDefault("readonly", "false"));
                Path path = Path.of(source).toAbsolutePath().normalize();
                return new MountText(Optional.of(new Mount.Bind(path, destination, readOnly)), destination);
            }
            case "tmpfs" -> {
                long size = ByteCount.parse(fields.getOrDefault("tmpfs-size", "0"));
                int mode = fields.containsKey("tmpfs-mode") ? TmpfsText.mode(fields.get("tmpfs-mode")) : TMPFS_MODE;
                return new MountText(Optional.of(new Mount.Tmpfs(destination, size, mode)), destination);
            }
            case "volume" -> {
                if (!source.isEmpty()) {
                    throw new IllegalArgumentException(
                            "there are no named volumes here: mount a folder with type=bind");
                }
                return new MountText(Optional.empty(), destination);
            }
            default ->
                throw new IllegalArgumentException(
                        "there is no type '" + fields.get("type") + "'; expected bind, tmpfs or volume");
        }
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : text.split(",", -1)) {
            int equals = field.indexOf('=');
            String given = equals < 0 ? field : field.substring(0, equals);
            String name = switch (given) {
                case "src" -> "source";
                case "dst", "target" -> "destination";
                case "ro" -> "readonly";
                default -> given;
            };
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("'" + field + "' is not supported");
            }
            if (equals < 0 && !name.equals("readonly")) {
                throw new IllegalArgumentException("invalid field '" + field + "' must be a key=value pair");
            }
            fields.put(name, equals < 0 ? "true" : field.substring(equals + 1));
        }
        return fields;
    }

    private static boolean isTrue(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("invalid value for readonly: " + text);
        };
    }

    void addTo(ContainerRequest request) {
        if (mount.isPresent()) {
            request.mount(mount.get());
        } else {
            request.volume(destination);
        }
    }
}
