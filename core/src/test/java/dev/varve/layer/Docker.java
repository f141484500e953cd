package dev.varve.layer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Docker, reached by a client: {@code VARVE_TEST_DOCKER}, or {@code docker} where that is not set. */
final class Docker {
    private static final long PATIENCE_SECONDS = 300;

    private final List<String> client;

    private Docker(List<String> client) {
        this.client = client;
    }

    /** What a command printed to both streams, and whether it succeeded. */
    record Result(boolean succeeded, String output) {}

    /** The engine; the test is skipped where there is none. */
    static Docker find() throws IOException, InterruptedException {
        String prefix = System.getenv("VARVE_TEST_DOCKER");
        Docker docker = new Docker(List.of((prefix == null ? "docker" : prefix).split(" ")));
        String whyNot;
        try {
            Result version = docker.run("version");
            whyNot = version.succeeded ? "" : "no docker engine answers: " + version.output.strip();
        } catch (IOException e) {
            whyNot = "there is no docker client: " + e.getMessage();
        }
        if (!whyNot.isEmpty()) {
            System.out.println("Not compared with a real Docker: " + whyNot);
        }
        String reason = whyNot;
        assumeTrue(whyNot.isEmpty(), reason);
        return docker;
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(client);
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile("varve-docker", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("no answer: " + command);
            }
            return new Result(process.exitValue() == 0, Files.readString(log));
        } finally {
            Files.delete(log);
        }
    }
}
