package dev.varve.cli.container;

import dev.varve.cli.command.Flags;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Texts;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.ImageNames;
import dev.varve.cli.format.ByteCount;
import dev.varve.engine.Container;
import dev.varve.engine.ContainerRequest;
import dev.varve.engine.Engine;
import dev.varve.engine.container.EnvironmentFile;
import dev.varve.engine.container.NetworkMode;
import dev.varve.engine.container.PullPolicy;
import dev.varve.image.HealthCheckConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The flags that say what a container is run with, of {@code run} and {@code create}. */
final class CreationFlags {
    private final Text name;
    private final Text entrypoint;
    private final Texts environment;
    private final Texts environmentFiles;
    private final Texts labels;
    private final Texts labelFiles;
    private final Text user;
    private final Text workingDirectory;
    private final Text hostname;
    private final Texts hosts;
    private final Text network;
    private final MountFlags mounts;
    private final SecurityFlags security;
    private final Toggle noHealthcheck;
    private final Text memory;
    private final Text stopSignal;
    private final Text stopTimeout;
    private final Text platform;
    private final Text pull;
    private final Toggle quiet;
    private final Text idFile;
    final Toggle interactive;
    final Toggle terminal;
    final Toggle removed;

    CreationFlags(Flags flags) {
        hosts = flags.texts("--add-host", "list", "Add a custom host-to-IP mapping (host:ip)")
                .checked(CreationFlags::host);
        idFile = flags.text("--cidfile", "string", "Write the container ID to the file");
        entrypoint = flags.text("--entrypoint", "string", "Overwrite the default ENTRYPOINT of the image");
        environment =
                flags.texts("-e, --env", "list", "Set environment variables").checked(CreationFlags::variable);
        environmentFiles = flags.texts("--env-file", "list", "Read in a file of environment variables");
        hostname = flags.text("-h, --hostname", "string", "Container host name");
        interactive = flags.toggle("-i, --interactive", "Keep STDIN open even if not attached");
        labels = flags.texts("-l, --label", "list", "Set meta data on a container");
        labelFiles = flags.texts("--label-file", "list", "Read in a line delimited file of labels");
        memory = flags.text("-m, --memory", "bytes", "Memory limit").checked(ByteCount::parse);
        name = flags.text("--name", "string", "Assign a name to the container");
        network = flags.text("--network", "network", "What it sees of the network: host (default) or none")
                .checked(NetworkMode::parse);
        platform = flags.text("--platform", "string", "Which of an image's platforms, such as linux/arm64");
        pull = flags.choice("--pull", List.of("always", "missing", "never"), "Pull image before running");
        quiet = flags.toggle("-q, --quiet", "Suppress the pull output");
        removed = flags.toggle("--rm", "Automatically remove the container when it exits");
        stopSignal = flags.text("--stop-signal", "string", "Signal to stop the container");
        stopTimeout = flags.text("--stop-timeout", "int", "Timeout (in seconds) to stop a container")
                .checked(WholeNumber::parse);
        terminal = flags.toggle("-t, --tty", "Allocate a pseudo-TTY");
        user = flags.text("-u, --user", "string", "Username or UID (format: <name|uid>[:<group|gid>])");
        workingDirectory = flags.text("-w, --workdir", "string", "Working directory inside the container");
        mounts = new MountFlags(flags);
        security = new SecurityFlags(flags);
        noHealthcheck = flags.toggle("--no-healthcheck", "Disable any container-specified HEALTHCHECK");
        UnsupportedFlags.addTo(flags);
    }

    private static void variable(String text) {
        if (text.isEmpty() || text.startsWith("=")) {
            throw new IllegalArgumentException("invalid environment variable: " + text);
        }
    }

    private static void host(String text) {
        if (text.indexOf(':') < 1 && text.indexOf('=') < 1) {
            throw new IllegalArgumentException("expected host:ip");
        }
        if (text.endsWith("host-gateway")) {
            throw new IllegalArgumentException("there is no gateway; the machine itself is localhost");
        }
    }

    /**
     * Makes the container.
     *
     * @param arguments the image and what is to be run
     */
    Container create(List<String> arguments, Engine engine, Console console) throws IOException {
        if (idFile.isGiven() && Files.exists(Path.of(idFile.or("")))) {
            throw new Failure(
                    idFile.or("") + " is there already: make sure that the other container is gone, and remove it");
        }
        ContainerRequest request = request(arguments, engine, console);
        Container container;
        try (MissingImage pulled = new MissingImage(arguments.get(0), console)) {
            container = (quiet.isOn() ? request : request.progress(pulled)).create();
        }
        if (idFile.isGiven()) {
            Files.writeString(Path.of(idFile.or("")), container.id());
        }
        return container;
    }

    private ContainerRequest request(List<String> arguments, Engine engine, Console console) throws IOException {
        ContainerRequest request = engine.container(arguments.get(0));
        if (arguments.size() > 1) {
            request.command(arguments.subList(1, arguments.size()));
        }
        name.value().ifPresent(request::name);
        entrypoint.value().ifPresent(program -> {
            if (program.isEmpty()) {
                request.entrypoint();
            } else {
                request.entrypoint(program);
            }
        });
        addEnvironment(request, console.environment());
        addLabels(request);
        user.value().ifPresent(request::user);
        workingDirectory.value().ifPresent(request::workingDirectory);
        hostname.value().ifPresent(request::hostname);
        for (String host : hosts.values()) {
            int at = host.indexOf('=') > 0 ? host.indexOf('=') : host.indexOf(':');
            request.host(host.substring(0, at), host.substring(at + 1));
        }
        network.value().map(NetworkMode::parse).ifPresent(request::network);
        memory.value().map(ByteCount::parse).ifPresent(request::memory);
        stopSignal.value().ifPresent(request::stopSignal);
        stopTimeout.value().map(WholeNumber::parse).ifPresent(request::stopTimeout);
        platform.value().map(ImageNames::platform).ifPresent(request::platform);
        pull.value()
                .map(policy -> PullPolicy.valueOf(policy.toUpperCase(Locale.ROOT)))
                .ifPresent(request::pull);
        if (interactive.isOn()) {
            request.interactive();
        }
        if (terminal.isOn()) {
            request.terminal();
        }
        if (removed.isOn()) {
            request.removedAtEnd();
        }
        mounts.addTo(request);
        security.addTo(request);
        if (noHealthcheck.isOn()) {
            request.healthcheck(HealthCheckConfig.NONE);
        }
        return request;
    }

    private void addEnvironment(ContainerRequest request, Map<String, String> own) throws IOException {
        for (String file : environmentFiles.values()) {
            EnvironmentFile.read(Path.of(file), own).forEach(variable -> addVariable(request, variable, own));
        }
        environment.values().forEach(variable -> addVariable(request, variable, own));
    }

    /** A variable that is only named takes the caller's value, or is taken away where the caller has none. */
    private static void addVariable(ContainerRequest request, String variable, Map<String, String> own) {
        int equals = variable.indexOf('=');
        if (equals >= 0) {
            request.env(variable.substring(0, equals), variable.substring(equals + 1));
        } else if (own.containsKey(variable)) {
            request.env(variable, own.get(variable));
        } else {
            request.withoutEnv(variable);
        }
    }

    private void addLabels(ContainerRequest request) throws IOException {
        for (String file : labelFiles.values()) {
            EnvironmentFile.read(Path.of(file), Map.of()).forEach(label -> addLabel(request, label));
        }
        labels.values().forEach(label -> addLabel(request, label));
    }

    private static void addLabel(ContainerRequest request, String label) {
        int equals = label.indexOf('=');
        request.label(equals < 0 ? label : label.substring(0, equals), equals < 0 ? "" : label.substring(equals + 1));
    }
}
