package dev.varve.cli;

import dev.varve.cli.console.Console;
import dev.varve.lint.Rule;
import dev.varve.lint.Rules;
import dev.varve.lint.page.Example;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs the commands of one kind that people run most, in a folder of its own, so that the launcher can have the JVM keep the
 * classes they need in an archive. What they print is nobody's business, and whether they go well neither.
 */
final class Training {
    private static final int LAYER = 16 << 20;
    private static final String IMAGE = "varve-training:1";
    private static final String DOCKERFILE =
            "FROM scratch\nARG A=1\nENV B=$A\nCOPY file /dir/\nWORKDIR /dir\nCMD [\"run\"]\n";

    private static final String LINTED = """
            # syntax=docker/dockerfile:1
            ARG BASE=debian:12
            FROM $BASE AS build
            ARG VERSION=1
            SHELL ["/bin/bash", "-o", "pipefail", "-c"]
            RUN apt-get update && apt-get install curl \\
              && curl -fsSL https://example.org/x | tar xz
            RUN --mount=type=cache,target=/root/.npm npm ci
            COPY --chown=1000:1000 . .
            RUN cd x && if [ -f y ]; then npm run build; fi
            RUN <<END
            npm test
            END
            FROM debian
            LABEL maintainer="x" org.opencontainers.image.title=y
            ENV A=1 B=${A:-2}
            COPY --from=build x y
            ADD --chmod=755 https://example.org/z /z
            WORKDIR /x
            VOLUME /x/data
            USER 1000
            EXPOSE 80/tcp
            STOPSIGNAL TERM
            HEALTHCHECK --interval=30s --timeout=1.5s CMD curl -f http://localhost/ || exit 1
            ENTRYPOINT ["/x/run"]
            CMD run it
            """;
    private static final String TESTS =
            "schemaVersion: 2.0.0\nmetadataTest: {workdir: /dir}\nfileContentTests: [{name: n, path: /dir/file, expectedContents: [f]}]\n";

    private final Path folder;
    private final Path context;
    private final Console console;

    private Training(Path folder) throws IOException {
        this.folder = folder;
        this.context = Files.createDirectories(folder.resolve("context"));
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("VARVE_HOME", folder.resolve("store").toString());
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        this.console = Console.of(nowhere, nowhere, environment);
        Files.writeString(context.resolve("Dockerfile"), DOCKERFILE);
        Files.writeString(context.resolve("file"), "file");
    }

    /** @param arguments an empty folder, and which kind of commands: {@code look}, {@code move} or {@code run} */
    public static void main(String[] arguments) throws IOException {
        Training training = new Training(Path.of(arguments[0]));
        switch (arguments[1]) {
            case "look" -> training.look();
            case "move" -> training.move();
            default -> training.run();
        }
        Varve.main(new String[] {"--version"});
    }

    private void look() throws IOException {
        Path linted = Files.writeString(context.resolve("linted.Dockerfile"), LINTED);
        // makes a store, which is asked for the platforms of base images where there is one
        run("images");
        run("lint", examples().toString());
        run("lint", linted.toString());
        run("lint", "--format", "json", context.toString());
    }

    /** The examples of the rules, so that each of them finds something. */
    private Path examples() throws IOException {
        Path examples = folder.resolve("examples");
        int count = 0;
        for (Rule rule : Rules.installed().all()) {
            for (Example example : rule.page().bad()) {
                Path place =
                        Files.createDirectories(examples.resolve(rule.info().id() + count++));
                for (Map.Entry<String, String> file : example.files().entrySet()) {
                    Path path = place.resolve(file.getKey());
                    Files.createDirectories(path.resolveSibling("."));
                    Files.writeString(path, file.getValue());
                }
                Files.writeString(place.resolve("Dockerfile"), example.dockerfile());
            }
        }
        return examples;
    }

    private Path changed() throws IOException {
        Path changed = Files.createDirectories(folder.resolve("changed"));
        Files.writeString(context.resolve(".dockerignore"), "*.md\n!a/**/[b-d].md\n");
        Files.writeString(changed.resolve("Dockerfile"), DOCKERFILE);
        Files.writeString(changed.resolve("file"), "another");
        return changed;
    }

    /** The layer is large enough for the JVM to see what is worth compiling. */
    private void move() throws IOException {
        byte[] bytes = new byte[LAYER];
        new Random(1).nextBytes(bytes);
        Files.write(context.resolve("file"), bytes);
        String archive = folder.resolve("archive").toString();
        run("build", "--tag", IMAGE, context.toString());
        run("save", "--output", archive, IMAGE);
        run("load", "--input", archive);
        try (TrainingRegistry registry = new TrainingRegistry()) {
            String image = registry.name() + "/" + IMAGE;
            run("tag", IMAGE, image);
            run("push", image);
            run("rmi", image, IMAGE);
            run("system", "prune", "--all", "--force");
            run("pull", image);
        }
    }

    private void run() throws IOException {
        String tests = Files.writeString(folder.resolve("tests.yaml"), TESTS).toString();
        run("--help");
        run("predict", "--before", context.toString(), "--after", changed().toString());
        run("build", "--tag", IMAGE, context.toString());
        run("build", "--tag", IMAGE, "--format", "json", context.toString());
        run("images");
        run("image", "ls", "--format", "{{.ID}}", "v*");
        run("history", IMAGE);
        run("inspect", IMAGE);
        run("test", "--image", IMAGE, "--config", tests);
        run("run", "--rm", IMAGE, "nothing");
        run("ps", "--all");
        run("tag", IMAGE, "varve-training:2");
        run("rmi", "varve-training:2");
        run("system", "df");
        run("mistaken", "--flag");
    }

    private void run(String... arguments) {
        Varve.run(List.of(arguments), console);
    }
}
