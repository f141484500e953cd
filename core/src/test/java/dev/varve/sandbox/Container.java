package dev.varve.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Runs commands one after the other in one root file system whose changes are kept. */
final class Container implements AutoCloseable {
    private static final Map<String, String> PATH = Map.of("PATH", "/bin");

    /** A folder for whatever a test needs. */
    final Path home;
    /** Lowest first; the first is a busybox. */
    final List<Path> lower = new ArrayList<>();

    final Path upper;
    final Sandbox sandbox;

    Container(Sandbox sandbox) throws IOException, InterruptedException {
        this.sandbox = sandbox;
        this.home = Files.createTempDirectory("varve");
        lower.add(Busybox.unpack(Files.createDirectories(home.resolve("lower"))));
        this.upper = Files.createDirectories(home.resolve("upper"));
        Files.createDirectories(home.resolve("work"));
    }

    /** What a command wrote and how it ended. */
    record Result(int code, String out, String err) {}

    Result run(String... command) throws IOException, InterruptedException {
        return run(spec -> spec, command);
    }

    Result sh(String script) throws IOException, InterruptedException {
        return run("sh", "-c", script);
    }

    Result run(UnaryOperator<ProcessSpec.Builder> how, String... command) throws IOException, InterruptedException {
        Running running = start(how, command);
        running.stdin().close();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> {
            try {
                return new String(running.stderr().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return e.toString();
            }
        });
        String out = new String(running.stdout().readAllBytes(), StandardCharsets.UTF_8);
        int code = running.waitFor();
        return new Result(code, out, err.join());
    }

    Running start(UnaryOperator<ProcessSpec.Builder> how, String... command) throws IOException {
        RootFolders root = new RootFolders(lower, upper, home.resolve("work"));
        ProcessSpec.Builder spec = ProcessSpec.of(home.resolve("state"), root, List.of(command))
                .environment(PATH)
                .stdio(Stdio.PIPE, Stdio.PIPE, Stdio.PIPE);
        return sandbox.start(how.apply(spec).build());
    }

    @Override
    public void close() throws IOException {
        sandbox.delete(home);
    }
}
