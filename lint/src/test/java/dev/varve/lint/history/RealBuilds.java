package dev.varve.lint.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real Docker: the command in {@code VARVE_TEST_DOCKER}, or {@code docker}. */
final class RealBuilds {
    /** {@code .ci/engine base varve-base} makes it. */
    static final String BASE = "varve-base";

    private static final long PATIENCE_SECONDS = 300;
    private static final Pattern NAME = Pattern.compile("#(\\d+) \\[(\\S+) +(\\d+)/\\d+\\] (?!FROM ).*");
    private static final Pattern CACHED = Pattern.compile("#(\\d+) CACHED");

    private final List<String> client;

    RealBuilds() {
        String command = System.getenv("VARVE_TEST_DOCKER");
        client = List.of((command == null ? "docker" : command).split(" "));
    }

    /** Why there is none; empty where there is one. */
    String whyNot() throws InterruptedException {
        try {
            run("image", "inspect", BASE);
            return "";
        } catch (IOException e) {
            return "no docker with an image " + BASE + " ('.ci/engine base " + BASE + "' makes it): " + e.getMessage();
        }
    }

    /** Builds a folder; whether each step but FROM was cached, by its stage and its number there, such as {@code build 2}. */
    Map<String, Boolean> build(Path context, String dockerfile) throws IOException, InterruptedException {
        String log = run(
                "build",
                "--network",
                "host",
                "--progress=plain",
                "--file",
                context.resolve(dockerfile).toString(),
                context.toString());
        Map<String, String> names = new HashMap<>();
        Map<String, Boolean> steps = new HashMap<>();
        for (String line : log.split("\n")) {
            Matcher name = NAME.matcher(line);
            if (name.matches()) {
                names.put(name.group(1), name.group(2) + " " + Integer.parseInt(name.group(3)));
                steps.putIfAbsent(name.group(2) + " " + Integer.parseInt(name.group(3)), false);
            }
            Matcher cached = CACHED.matcher(line);
            if (cached.matches() && names.containsKey(cached.group(1))) {
                steps.put(names.get(cached.group(1)), true);
            }
        }
        return steps;
    }

    private String run(String... arguments) throws IOException, InterruptedException {
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
            String output = Files.readString(log);
            if (process.exitValue() != 0) {
                throw new IOException(command + ": " + output);
            }
            return output;
        } finally {
            Files.delete(log);
        }
    }
}
