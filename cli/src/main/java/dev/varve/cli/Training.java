package dev.varve.cli;

import dev.varve.cli.console.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the commands that people run most, in a folder of its own, so that the launcher can have the JVM keep the classes they
 * need in an archive. What they print is nobody's business, and whether they go well neither.
 */
final class Training {
    private static final String DOCKERFILE =
            "FROM scratch\nARG A=1\nENV B=$A\nCOPY file /dir/\nWORKDIR /dir\nCMD [\"run\"]\n";

    private static final String LINTED = """
            FROM debian:latest AS build
            ARG VERSION=1
            RUN apt-get update && apt-get install curl \\
              && curl -fsSL https://example.org/x | tar xz
            COPY . .
            RUN cd x && npm ci
            FROM debian
            COPY --from=build x y
            CMD run it
            """;
    private static final String TESTS =
            "schemaVersion: 2.0.0\nmetadataTest: {workdir: /dir}\nfileContentTests: [{name: n, path: /dir/file, expectedContents: [f]}]\n";

    private final Console console;

    private Training(Map<String, String> environment) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        this.console = Console.of(nowhere, nowhere, environment);
    }

    /** @param arguments an empty folder */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path context = Files.createDirectories(folder.resolve("context"));
        Files.writeString(context.resolve("Dockerfile"), DOCKERFILE);
        Files.writeString(context.resolve("file"), "file");
        Files.writeString(context.resolve("linted.Dockerfile"), LINTED);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("VARVE_HOME", folder.resolve("store").toString());
        new Training(environment).train(context.toString(), folder);
    }

    private void train(String context, Path folder) throws IOException {
        String archive = folder.resolve("archive").toString();
        String tests = Files.writeString(folder.resolve("tests.yaml"), TESTS).toString();
        run("--help");
        run("predict", "--before", context, "--after", context);
        run("lint", context);
        run("lint", "--format", "json", context);
        run("build", "--tag", "varve-training:1", context);
        run("build", "--tag", "varve-training:1", "--format", "json", context);
        run("images");
        run("image", "ls", "--format", "{{.ID}}", "v*");
        run("history", "varve-training:1");
        run("inspect", "varve-training:1");
        run("test", "--image", "varve-training:1", "--config", tests);
        run("run", "--rm", "varve-training:1", "nothing");
        run("ps", "--all");
        run("tag", "varve-training:1", "varve-training:2");
        run("save", "--output", archive, "varve-training:1");
        run("load", "--input", archive);
        run("rmi", "varve-training:2");
        run("system", "df");
        run("mistaken", "--flag");
    }

    private void run(String... arguments) {
        Varve.run(List.of(arguments), console);
    }
}
