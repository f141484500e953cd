package dev.varve.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real docker, reached by its client: the command in {@code VARVE_TEST_DOCKER}, or {@code docker} where that is not set. */
public final class Docker {
    /** The image that fixtures build from: {@code .ci/engine base varve-base} makes it. */
    public static final String BASE = "varve-base";

    private static final long PATIENCE_SECONDS = 300;
    private static @Nullable Docker found;
    private static @Nullable String whyNot;

    private final List<String> command;

    private Docker(List<String> command) {
        this.command = command;
    }

    /** How a command ended, and everything that it printed. */
    public record Output(boolean succeeded, String log) {}

    /** The docker, or empty where there is none or it lacks the base image; {@link #whyNot} tells. */
    public static synchronized Optional<Docker> find() throws IOException, InterruptedException {
        if (found == null && whyNot == null) {
            String prefix = System.getenv("VARVE_TEST_DOCKER");
            Docker docker = new Docker(List.of((prefix == null ? "docker" : prefix).split(" ")));
            whyNot = docker.whyUnusable();
            found = whyNot == null ? docker : null;
        }
        return Optional.ofNullable(found);
    }

    public static String whyNot() {
        return String.valueOf(whyNot);
    }

    private @Nullable String whyUnusable() throws InterruptedException {
        try {
            Output version = run(List.of("version"));
            if (!version.succeeded) {
                return "no docker engine answers: " + version.log.strip();
            }
            return run(List.of("image", "inspect", BASE)).succeeded
                    ? null
                    : "the docker engine has no image " + BASE + "; '.ci/engine base " + BASE + "' makes it";
        } catch (IOException e) {
            return "there is no docker client: " + e.getMessage();
        }
    }

    /** Runs {@code docker} with these arguments. */
    public Output run(List<String> arguments) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(arguments);
        Path log = Files.createTempFile("varve-docker", ".log");
        try {
            Process process = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("no answer: " + whole);
            }
            return new Output(process.exitValue() == 0, Files.readString(log));
        } finally {
            Files.delete(log);
        }
    }
}
