package dev.varve.cli.inspect;

import dev.varve.engine.Container;
import dev.varve.engine.ContainerSize;
import dev.varve.engine.container.ContainerSettings;
import dev.varve.engine.container.ContainerState;
import dev.varve.image.ContainerConfig;
import dev.varve.json.JsonObject;
import dev.varve.sandbox.Mount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A container as {@code docker container inspect} prints it, without what there is none of here. */
public final class ContainerDocument {
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private ContainerDocument() {}

    /** @param sized whether its files are counted */
    public static Document of(Container container, boolean sized) throws IOException {
        ContainerSettings settings = container.settings();
        List<String> arguments = settings.arguments();
        JsonObject json = JsonObject.EMPTY
                .with("Id", container.id())
                .with("Created", container.created().toString())
                .with("Path", arguments.get(0))
                .with("Args", arguments.subList(1, arguments.size()))
                .with("State", state(container.state()))
                .with("Image", settings.imageId().toString())
                .with("LogPath", container.logFile().toString())
                .with("Name", "/" + container.name())
                .with("RestartCount", 0)
                .with("Driver", "overlayfs")
                .with("Platform", settings.platform().os())
                .with("HostConfig", hostConfig(settings))
                .with("Mounts", mounts(container, settings))
                .with("Config", config(container, settings))
                .with("NetworkSettings", networks(settings));
        if (sized) {
            ContainerSize size = container.size();
            json = json.with("SizeRw", size.written()).with("SizeRootFs", size.total());
        }
        return new Document(json, json);
    }

    private static JsonObject state(ContainerState state) {
        return JsonObject.EMPTY
                .with("Status", state.status().inWords())
                .with("Running", state.isRunning())
                .with("Paused", false)
                .with("Restarting", false)
                .with("OOMKilled", false)
                .with("Dead", false)
                .with("Pid", state.process().map(process -> process.pid()).orElse(0L))
                .with("ExitCode", state.exitCode())
                .with("Error", state.error())
                .with("StartedAt", time(state.started()))
                .with("FinishedAt", time(state.finished()));
    }

    private static String time(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(NEVER);
    }

    private static JsonObject hostConfig(ContainerSettings settings) {
        List<String> binds = new ArrayList<>();
        Map<String, String> temporary = new LinkedHashMap<>();
        for (Mount mount : settings.mounts()) {
            if (mount instanceof Mount.Bind bind) {
                binds.add(bind.source() + ":" + bind.destination() + (bind.readOnly() ? ":ro" : ""));
            } else if (mount instanceof Mount.Tmpfs tmpfs) {
                temporary.put(
                        tmpfs.destination(), "size=" + tmpfs.size() + ",mode=" + Integer.toOctalString(tmpfs.mode()));
            }
        }
        return with(JsonObject.EMPTY, "Binds", binds)
                .with("NetworkMode", settings.network().inWords())
                .with("AutoRemove", settings.removed())
                .with("CapAdd", names(settings.added()))
                .with("CapDrop", names(settings.dropped()))
                .with("ExtraHosts", settings.hosts())
                .with("Privileged", false)
                .with("ReadonlyRootfs", settings.readOnly())
                .with("SecurityOpt", settings.noNewPrivileges() ? List.of("no-new-privileges") : null)
                .withUnlessEmpty("Tmpfs", JsonObject.of(temporary))
                .with("Memory", settings.memory());
    }

    private static List<String> names(Set<dev.varve.sandbox.Capability> capabilities) {
        return capabilities.stream()
                .map(capability -> "CAP_" + capability.name())
                .sorted()
                .toList();
    }

    private static List<JsonObject> mounts(Container container, ContainerSettings settings) throws IOException {
        List<JsonObject> mounts = new ArrayList<>();
        for (Mount mount : settings.mounts()) {
            Optional<Mount.Bind> bind = mount instanceof Mount.Bind one ? Optional.of(one) : Optional.empty();
            mounts.add(mount(
                    bind.isPresent() ? "bind" : "tmpfs",
                    bind.map(one -> one.source().toString()).orElse(""),
                    mount.destination(),
                    bind.isEmpty() || !bind.get().readOnly()));
        }
        List<String> volumes = settings.volumes();
        List<Path> folders = container.volumeFolders();
        for (int i = 0; i < volumes.size(); i++) {
            mounts.add(mount("volume", folders.get(i).toString(), volumes.get(i), true));
        }
        return mounts;
    }

    private static JsonObject mount(String type, String source, String destination, boolean writable) {
        return JsonObject.EMPTY
                .with("Type", type)
                .with("Source", source)
                .with("Destination", destination)
                .with("Mode", writable ? "" : "ro")
                .with("RW", writable)
                .with("Propagation", type.equals("bind") ? "rprivate" : "");
    }

    private static JsonObject config(Container container, ContainerSettings settings) throws IOException {
        ContainerConfig config = settings.config();
        JsonObject given = config.toJson();
        JsonObject json = JsonObject.EMPTY
                .with("Hostname", container.hostname())
                .with("Domainname", "")
                .with("User", config.user())
                .with("AttachStdin", settings.interactive())
                .with("Tty", settings.terminal())
                .with("OpenStdin", settings.interactive())
                .with("Env", config.env());
        json = with(json, "Cmd", config.cmd())
                .with("Healthcheck", given.members().get("Healthcheck"));
        json = json.with("Image", settings.image())
                .with("Volumes", given.members().get("Volumes"));
        json = json.with("WorkingDir", config.workingDir());
        return with(json, "Entrypoint", config.entrypoint())
                .with("ExposedPorts", given.members().get("ExposedPorts"))
                .with("Labels", JsonObject.of(config.labels()))
                .withUnlessEmpty("StopSignal", config.stopSignal());
    }

    private static JsonObject networks(ContainerSettings settings) {
        return JsonObject.EMPTY
                .with("Ports", JsonObject.EMPTY)
                .with("IPAddress", "")
                .with("Networks", JsonObject.EMPTY.with(settings.network().inWords(), JsonObject.EMPTY));
    }

    /** An empty list is {@code null} to Go. */
    private static JsonObject with(JsonObject json, String name, List<String> list) {
        if (!list.isEmpty()) {
            return json.with(name, list);
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>(json.members());
        members.put(name, null);
        return JsonObject.of(members);
    }
}
