package dev.varve.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A real BuildKit, reached by a docker client: {@code VARVE_TEST_DOCKER}, or {@code docker} where that is not set. */
final class Engine {
    static final String BASE = "varve-base";

    private static final long PATIENCE_SECONDS = 300;
    private static @Nullable Engine found;
    private static @Nullable String whyNot;

    private final List<String> docker;

    private Engine(List<String> docker) {
        this.docker = docker;
    }

    /** A vertex of BuildKit's graph that is a step of a stage. */
    record Vertex(String name, boolean cached) {}

    /**
     * A build.
     *
     * @param vertices the steps, in the order in which they were announced
     * @param log everything the client printed
     */
    record Build(boolean succeeded, List<Vertex> vertices, String log) {}

    /** The engine, or empty where there is none; {@link #whyNot} tells. */
    static synchronized Optional<Engine> find() throws IOException, InterruptedException {
        if (found == null && whyNot == null) {
            String prefix = System.getenv("VARVE_TEST_DOCKER");
            Engine engine = new Engine(List.of((prefix == null ? "docker" : prefix).split(" ")));
            whyNot = engine.whyUnusable();
            found = whyNot == null ? engine : null;
        }
        return Optional.ofNullable(found);
    }

    static String whyNot() {
        return String.valueOf(whyNot);
    }

    private @Nullable String whyUnusable() throws InterruptedException {
        try {
            Build version = run(List.of("version"));
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

    /** Forgets everything that was built. */
    void forget() throws IOException, InterruptedException {
        run(List.of("builder", "prune", "--all", "--force"));
    }

    Build build(Project project, BuildOptions options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "build",
                "--network",
                "host",
                "--progress=rawjson",
                "-f",
                project.dockerfile().toString()));
        options.buildArgs().forEach((name, value) -> arguments.addAll(List.of("--build-arg", name + "=" + value)));
        options.target().ifPresent(target -> arguments.addAll(List.of("--target", target)));
        project.named().forEach((name, path) -> arguments.addAll(List.of("--build-context", name + "=" + path)));
        arguments.add(project.context().toString());
        return run(arguments);
    }

    private Build run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(docker);
        command.addAll(arguments);
        Path log = Files.createTempFile("varve-engine", ".log");
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
        Files.delete(log);
        return new Build(process.exitValue() == 0, vertices(output), output);
    }

    /** The vertexes of {@code --progress=rawjson}, each as it was told of last. */
    private static List<Vertex> vertices(String output) {
        Map<String, Vertex> byDigest = new LinkedHashMap<>();
        for (String line : output.split("\n")) {
            if (line.startsWith("{\"vertexes\"")) {
                read(line, byDigest);
            }
        }
        return byDigest.values().stream()
                .filter(vertex -> vertex.name.startsWith("[") && !vertex.name.startsWith("[internal]"))
                .toList();
    }

    private static void read(String line, Map<String, Vertex> byDigest) {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
            int depth = 0;
            String digest = "";
            String name = "";
            boolean cached = false;
            boolean inVertexes = false;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                switch (token) {
                    case START_OBJECT, START_ARRAY -> depth++;
                    case END_OBJECT, END_ARRAY -> {
                        depth--;
                        if (inVertexes && token == JsonToken.END_OBJECT && depth == 2) {
                            Vertex known = byDigest.get(digest);
                            byDigest.put(digest, new Vertex(name, cached || (known != null && known.cached)));
                            cached = false;
                        }
                    }
                    case PROPERTY_NAME -> {
                        String property = json.currentName();
                        if (depth == 1) {
                            inVertexes = property.equals("vertexes");
                        } else if (depth == 3 && inVertexes) {
                            JsonToken value = json.nextToken();
                            switch (property) {
                                case "digest" -> digest = json.getString();
                                case "name" -> name = json.getString();
                                case "cached" -> cached = value == JsonToken.VALUE_TRUE;
                                default -> {
                                    json.skipChildren();
                                }
                            }
                        }
                    }
                    default -> {}
                }
            }
        }
    }
}
