package dev.varve.engine.container;

import dev.varve.image.ContainerConfig;
import dev.varve.image.Digest;
import dev.varve.image.Platform;
import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import dev.varve.sandbox.Capability;
import dev.varve.sandbox.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a container is run with.
 *
 * @param image as it was asked for
 * @param imageId the digest of the image's configuration
 * @param config the image's, changed as the caller asked
 * @param hostname empty for the usual one
 * @param mounts what is mounted beside the anonymous volumes, which {@code config} tells
 * @param hosts further lines of {@code /etc/hosts}, {@code NAME:ADDRESS}
 * @param readOnly whether nothing can be written but what is mounted
 * @param added capabilities beside {@link Capability#DEFAULTS}
 * @param dropped capabilities that it has not
 * @param noNewPrivileges whether programs gain nothing by their set-user-id bits and capabilities
 * @param memory the most bytes that it takes; 0 for no limit
 * @param terminal whether it has a terminal
 * @param interactive whether its standard input is open
 * @param removed whether it is removed when it ends
 * @param stopSeconds how long it is given to stop
 */
public record ContainerSettings(
        String image,
        Digest imageId,
        Platform platform,
        ContainerConfig config,
        String hostname,
        NetworkMode network,
        List<Mount> mounts,
        List<String> hosts,
        boolean readOnly,
        Set<Capability> added,
        Set<Capability> dropped,
        boolean noNewPrivileges,
        long memory,
        boolean terminal,
        boolean interactive,
        boolean removed,
        int stopSeconds) {
    /** As Docker has it. */
    public static final int STOP_SECONDS = 10;

    public ContainerSettings {
        mounts = List.copyOf(mounts);
        hosts = List.copyOf(hosts);
        added = Set.copyOf(added);
        dropped = Set.copyOf(dropped);
    }

    /** The program and its arguments; empty where neither image nor caller names any. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(config.entrypoint());
        arguments.addAll(config.cmd());
        return arguments;
    }

    /** The folders that get anonymous volumes, in their order. */
    public List<String> volumes() {
        return config.volumes().stream()
                .filter(path -> mounts.stream()
                        .noneMatch(mount -> plain(mount.destination()).equals(plain(path))))
                .toList();
    }

    private static String plain(String path) {
        return path.replaceAll("/+$", "").replaceAll("/(\\./)+", "/").replaceAll("/+", "/");
    }

    static ContainerSettings read(JsonObject json) throws JsonException {
        try {
            List<Mount> mounts = new ArrayList<>();
            for (JsonObject mount : json.objects("mounts")) {
                mounts.add(MountJson.read(mount));
            }
            return new ContainerSettings(
                    json.text("image"),
                    Digest.parse(json.text("imageId")),
                    Platform.parse(json.text("platform")),
                    ContainerConfig.read(json.object("config")),
                    json.optionalText("hostname").orElse(""),
                    NetworkMode.parse(json.text("network")),
                    mounts,
                    json.texts("hosts"),
                    json.isTrue("readOnly"),
                    capabilities(json.texts("added")),
                    capabilities(json.texts("dropped")),
                    json.isTrue("noNewPrivileges"),
                    json.optionalNumber("memory").orElse(0L),
                    json.isTrue("terminal"),
                    json.isTrue("interactive"),
                    json.isTrue("removed"),
                    (int) (long) json.optionalNumber("stopSeconds").orElse((long) STOP_SECONDS));
        } catch (IllegalArgumentException e) {
            throw new JsonException(String.valueOf(e.getMessage()));
        }
    }

    private static Set<Capability> capabilities(List<String> names) {
        Set<Capability> capabilities = new TreeSet<>();
        names.forEach(name -> capabilities.add(Capability.valueOf(name)));
        return capabilities;
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("image", image)
                .with("imageId", imageId.toString())
                .with("platform", platform.toString())
                .with("config", config.toJson())
                .withUnlessEmpty("hostname", hostname)
                .with("network", network.inWords())
                .withUnlessEmpty("mounts", mounts.stream().map(MountJson::of).toList())
                .withUnlessEmpty("hosts", hosts)
                .with("readOnly", readOnly)
                .withUnlessEmpty("added", names(added))
                .withUnlessEmpty("dropped", names(dropped))
                .with("noNewPrivileges", noNewPrivileges)
                .with("memory", memory)
                .with("terminal", terminal)
                .with("interactive", interactive)
                .with("removed", removed)
                .with("stopSeconds", (long) stopSeconds);
    }

    private static List<String> names(Set<Capability> capabilities) {
        return new TreeSet<>(capabilities).stream().map(Capability::name).toList();
    }
}
