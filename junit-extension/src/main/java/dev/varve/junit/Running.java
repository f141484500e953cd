package dev.varve.junit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Runs a container as {@link Run} says. */
final class Running {
    private final Optional<Run> run;

    Running(Optional<Run> run) {
        this.run = run;
    }

    Container start(Image image) {
        return image.run(request -> run.ifPresent(how -> describe(how, request)));
    }

    private static void describe(Run how, RunRequest request) {
        if (!how.envFile().isEmpty()) {
            request.envFile(Path.of(how.envFile()));
        }
        for (String variable : how.env()) {
            request.variable(variable);
        }
        if (how.command().length > 0) {
            request.command(how.command());
        }
        if (how.entrypoint().length > 0) {
            request.entrypoint(how.entrypoint());
        }
        request.user(how.user()).workingDirectory(how.workingDirectory()).network(how.network());
        for (String mount : how.mounts()) {
            mount(mount, request);
        }
        if (how.stdin()) {
            request.stdin();
        }
        if (how.readOnly()) {
            request.readOnly();
        }
        if (how.timeoutSeconds() > 0) {
            request.timeout(Duration.ofSeconds(how.timeoutSeconds()));
        }
        waits(how, request);
    }

    private static void mount(String text, RunRequest request) {
        boolean readOnly = text.endsWith(":ro");
        String both = readOnly ? text.substring(0, text.length() - 3) : text;
        int colon = both.lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no mount SOURCE:DESTINATION or SOURCE:DESTINATION:ro");
        }
        Path source = Path.of(both.substring(0, colon));
        String destination = both.substring(colon + 1);
        if (readOnly) {
            request.bindReadOnly(source, destination);
        } else {
            request.bind(source, destination);
        }
    }

    private static void waits(Run how, RunRequest request) {
        if (!how.waitForLine().isEmpty()) {
            request.waitFor(Wait.line(how.waitForLine()));
        }
        if (how.waitForPort() > 0) {
            request.waitFor(Wait.port(how.waitForPort()));
        }
        if (!how.waitForHttp().isEmpty()) {
            request.waitFor(Wait.http(how.waitForHttp(), how.status()));
        }
        if (how.waitForHealthy()) {
            request.waitFor(Wait.healthy());
        }
        if (how.waitForExit()) {
            request.waitFor(Wait.exit());
        }
    }
}
