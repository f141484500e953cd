package dev.varve.junit;

import dev.varve.engine.ContainerRequest;
import dev.varve.engine.container.EnvironmentFile;
import dev.varve.engine.container.NetworkMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A container that is being described: {@code image.run(r -> r.env("TARGET", "example.org").waitFor(Wait.line("Pinging")))}.
 * What is not said is as the image has it.
 */
public final class RunRequest {
    private final Scope scope;
    private final Image image;
    private final ContainerRequest request;
    private final List<Wait> waits = new ArrayList<>();
    private final List<Before> before = new ArrayList<>();
    private Duration timeout;

    @FunctionalInterface
    private interface Before {
        void run(dev.varve.engine.Container container) throws IOException, InterruptedException;
    }

    RunRequest(Scope scope, Image image) {
        this.scope = scope;
        this.image = image;
        this.request = scope.session().engine().container(image.id());
        this.timeout = scope.session().timeout();
        request.label(Leftovers.label(), Leftovers.owner());
    }

    public RunRequest env(String variable, String value) {
        request.env(variable, value);
        return this;
    }

    /** The variables of a file as docker's {@code --env-file} reads it. */
    public RunRequest envFile(Path file) {
        for (String variable : Unchecked.get(() -> EnvironmentFile.read(file, System.getenv()))) {
            variable(variable);
        }
        return this;
    }

    RunRequest variable(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals <= 0) {
            throw new IllegalArgumentException("'" + assignment + "' is no NAME=value");
        }
        return env(assignment.substring(0, equals), assignment.substring(equals + 1));
    }

    /** The program's arguments, or the program and its arguments where the image has no entrypoint. */
    public RunRequest command(String... words) {
        request.command(words);
        return this;
    }

    /** Another program than the image's, whose arguments do not count then. */
    public RunRequest entrypoint(String... words) {
        request.entrypoint(words);
        return this;
    }

    /** Who runs it: {@code user[:group]}, each by name or number. */
    public RunRequest user(String userAndGroup) {
        request.user(userAndGroup);
        return this;
    }

    public RunRequest workingDirectory(String path) {
        request.workingDirectory(path);
        return this;
    }

    /** Opens its standard input, for {@link Container#sendLine}. */
    public RunRequest stdin() {
        request.interactive();
        return this;
    }

    /** A folder or file of this machine, seen and changed by the container. */
    public RunRequest bind(Path source, String destination) {
        request.bind(source, destination);
        return this;
    }

    /** A folder or file of this machine that the container only sees. */
    public RunRequest bindReadOnly(Path source, String destination) {
        request.bindReadOnly(source, destination);
        return this;
    }

    /** Without any network but a loopback interface of its own; the host's where this is not said. */
    public RunRequest withoutNetwork() {
        request.network(NetworkMode.NONE);
        return this;
    }

    RunRequest network(String name) {
        request.network(NetworkMode.parse(name));
        return this;
    }

    /** Nothing can be written but what is mounted. */
    public RunRequest readOnly() {
        request.readOnly();
        return this;
    }

    /** The most bytes of memory that it takes. */
    public RunRequest memory(long bytes) {
        request.memory(bytes);
        return this;
    }

    /** Copies a file or folder of this machine into it before it starts. */
    public RunRequest copyIn(Path from, String to) {
        before.add(container -> container.copyIn(from.toString(), to));
        return this;
    }

    /** Writes a file into it before it starts. */
    public RunRequest file(String path, String text) {
        before.add(container -> {
            Path file = Files.createTempFile("varve-", "");
            try {
                Files.writeString(file, text);
                container.copyIn(file.toString(), path);
            } finally {
                Files.delete(file);
            }
        });
        return this;
    }

    /** Whatever else the engine knows of. */
    public RunRequest with(Consumer<ContainerRequest> settings) {
        settings.accept(request);
        return this;
    }

    /** What to wait for before the test goes on; may be said several times. */
    public RunRequest waitFor(Wait wait) {
        waits.add(wait);
        return this;
    }

    /** How long whatever waits for it waits. */
    public RunRequest timeout(Duration longest) {
        timeout = longest;
        return this;
    }

    Container start() throws IOException, InterruptedException {
        Container container = new Container(scope, image, request.create(), timeout);
        scope.add(container);
        for (Before action : before) {
            action.run(container.engineContainer());
        }
        container.start();
        for (Wait wait : waits) {
            container.await(wait);
        }
        return container;
    }
}
