package dev.varve.image;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a container is run with unless its caller says otherwise (OCI image specification, {@code config.md}, "config",
 * with Docker's additions). Text and lists that are not set are empty.
 *
 * @param exposedPorts such as {@code 80/tcp}
 * @param env {@code KEY=value} in order
 * @param argsEscaped Windows only: the command line is escaped already
 * @param onBuild triggers, each an instruction's text
 */
public record ContainerConfig(
        String user,
        SortedSet<String> exposedPorts,
        List<String> env,
        List<String> entrypoint,
        List<String> cmd,
        SortedSet<String> volumes,
        String workingDir,
        SortedMap<String, String> labels,
        String stopSignal,
        Optional<HealthCheckConfig> healthcheck,
        boolean argsEscaped,
        List<String> onBuild,
        List<String> shell) {

    public static final ContainerConfig EMPTY = new ContainerConfig(
            "",
            new TreeSet<>(),
            List.of(),
            List.of(),
            List.of(),
            new TreeSet<>(),
            "",
            new TreeMap<>(),
            "",
            Optional.empty(),
            false,
            List.of(),
            List.of());

    public ContainerConfig {
        exposedPorts = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(exposedPorts));
        env = List.copyOf(env);
        entrypoint = List.copyOf(entrypoint);
        cmd = List.copyOf(cmd);
        volumes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(volumes));
        labels = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        onBuild = List.copyOf(onBuild);
        shell = List.copyOf(shell);
    }

    /** @throws JsonException where it is no such configuration */
    public static ContainerConfig read(JsonObject json) throws JsonException {
        Optional<JsonObject> check = json.optionalObject("Healthcheck");
        return new ContainerConfig(
                json.optionalText("User").orElse(""),
                names(json, "ExposedPorts"),
                json.texts("Env"),
                json.texts("Entrypoint"),
                json.texts("Cmd"),
                names(json, "Volumes"),
                json.optionalText("WorkingDir").orElse(""),
                new TreeMap<>(json.textMap("Labels")),
                json.optionalText("StopSignal").orElse(""),
                check.isPresent() ? Optional.of(HealthCheckConfig.read(check.get())) : Optional.empty(),
                json.isTrue("ArgsEscaped"),
                json.texts("OnBuild"),
                json.texts("Shell"));
    }

    private static SortedSet<String> names(JsonObject json, String name) throws JsonException {
        return new TreeSet<>(
                json.optionalObject(name).orElse(JsonObject.EMPTY).members().keySet());
    }

    public JsonObject toJson() {
        JsonObject json = JsonObject.EMPTY
                .withUnlessEmpty("User", user)
                .withUnlessEmpty("ExposedPorts", set(exposedPorts))
                .withUnlessEmpty("Env", env)
                .withUnlessEmpty("Entrypoint", entrypoint)
                .withUnlessEmpty("Cmd", cmd)
                .with("Healthcheck", healthcheck.map(HealthCheckConfig::toJson))
                .withUnlessEmpty("Volumes", set(volumes))
                .withUnlessEmpty("WorkingDir", workingDir)
                .withUnlessEmpty("OnBuild", onBuild)
                .withUnlessEmpty("Labels", JsonObject.of(labels))
                .withUnlessEmpty("StopSignal", stopSignal)
                .withUnlessEmpty("Shell", shell);
        return argsEscaped ? json.with("ArgsEscaped", true) : json;
    }

    private static JsonObject set(Collection<String> names) {
        Map<String, Object> members = new LinkedHashMap<>();
        names.forEach(name -> members.put(name, JsonObject.EMPTY));
        return JsonObject.of(members);
    }

    /** The same with another environment, working directory and user. */
    public ContainerConfig with(List<String> environment, String folder, String who) {
        return new ContainerConfig(
                who,
                exposedPorts,
                environment,
                entrypoint,
                cmd,
                volumes,
                folder,
                labels,
                stopSignal,
                healthcheck,
                argsEscaped,
                onBuild,
                shell);
    }

    /** The environment as a map, in order; a variable without {@code =} is empty. */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String assignment : env) {
            int equals = assignment.indexOf('=');
            variables.put(
                    equals < 0 ? assignment : assignment.substring(0, equals),
                    equals < 0 ? "" : assignment.substring(equals + 1));
        }
        return variables;
    }
}
