package dev.varve.bench.testcontainers;

import dev.varve.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * Times the same three tests on Varve and on Testcontainers: build and inspect, a variable overridden, a program run in a
 * container. Each run is a Java process of its own, as a developer starts one; both sides take turns. The first run of a pair
 * builds an image that neither has seen, the others find it. It needs a static busybox, and a Docker that {@code DOCKER_HOST}
 * names.
 */
public final class BesideTestcontainers {
    private static final int ROUNDS = 3;
    private static final int REPEATS = 3;

    private BesideTestcontainers() {}

    public static void main(String[] arguments) throws Exception {
        Path work = Files.createTempDirectory("varve-bench-");
        base(work.resolve("base"), work.resolve("store"));
        List<Run> varve = new ArrayList<>();
        List<Run> testcontainers = new ArrayList<>();
        List<Run> varveAgain = new ArrayList<>();
        List<Run> testcontainersAgain = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Path context = context(work.resolve("context" + round));
            varve.add(run(OnVarve.class, context, work));
            testcontainers.add(run(OnTestcontainers.class, context, work));
            for (int i = 0; i < REPEATS; i++) {
                varveAgain.add(run(OnVarve.class, context, work));
                testcontainersAgain.add(run(OnTestcontainers.class, context, work));
            }
        }
        System.out.println("| | Varve | Testcontainers | ratio |\n|---|---|---|---|");
        print("first run, tests", varve, testcontainers, true);
        print("first run, process", varve, testcontainers, false);
        print("repeat, tests", varveAgain, testcontainersAgain, true);
        print("repeat, process", varveAgain, testcontainersAgain, false);
        System.exit(0);
    }

    /** The milliseconds of a process, and of the tests in it. */
    private record Run(long process, long tests) {}

    private static void base(Path folder, Path store) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.copy(Path.of("/bin/busybox"), folder.resolve("busybox"));
        Files.writeString(folder.resolve("Dockerfile"), """
                FROM scratch
                COPY busybox /bin/busybox
                COPY busybox /bin/sh
                COPY busybox /bin/cat
                COPY busybox /bin/echo
                COPY busybox /bin/sleep
                ENV PATH=/bin
                CMD ["sh"]
                """);
        try (Engine engine = Engine.open(store)) {
            engine.build(folder).tag("bench-base").run();
        }
        new ImageFromDockerfile("bench-base", false).withFileFromPath(".", folder).get();
    }

    private static Path context(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("app.txt"), UUID.randomUUID().toString());
        Files.writeString(folder.resolve("Dockerfile"), """
                FROM bench-base
                ENV TARGET=example.org
                WORKDIR /app
                COPY app.txt .
                CMD ["sh", "-c", "echo Pinging: $TARGET; exec sleep 1000"]
                """);
        return folder;
    }

    private static Run run(Class<?> tests, Path context, Path work) throws IOException, InterruptedException {
        Path output = work.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneRun.class.getName(),
                        tests.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("BENCH_CONTEXT", context.toString());
        builder.environment().put("VARVE_HOME", work.resolve("store").toString());
        builder.environment().put("TESTCONTAINERS_RYUK_DISABLED", "true");
        long start = System.nanoTime();
        int code = builder.start().waitFor();
        long took = (System.nanoTime() - start) / 1_000_000;
        String printed = Files.readString(output).strip();
        if (code != 0) {
            throw new IOException(tests.getSimpleName() + ": " + printed);
        }
        return new Run(took, Long.parseLong(printed.substring(printed.lastIndexOf('\n') + 1)));
    }

    private static void print(String what, List<Run> varve, List<Run> other, boolean tests) {
        long ours = median(varve, tests);
        long theirs = median(other, tests);
        System.out.println("| " + what + " | " + ours + " ms | " + theirs + " ms | "
                + String.format(Locale.ROOT, "%.2f", (double) ours / theirs) + " |");
    }

    private static long median(List<Run> runs, boolean tests) {
        List<Long> times = new ArrayList<>(
                runs.stream().map(run -> tests ? run.tests() : run.process()).toList());
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
