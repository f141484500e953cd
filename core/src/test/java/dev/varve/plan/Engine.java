package dev.varve.plan;

import dev.varve.differential.Docker;
import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real BuildKit, reached by a docker client. */
final class Engine {
    private final Docker docker;

    private Engine(Docker docker) {
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
    static Optional<Engine> find() throws IOException, InterruptedException {
        return Docker.find().map(Engine::new);
    }

    static String whyNot() {
        return Docker.whyNot();
    }

    /** Forgets everything that was built. */
    void forget() throws IOException, InterruptedException {
        docker.run(List.of("builder", "prune", "--all", "--force"));
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
        Docker.Output output = docker.run(arguments);
        return new Build(output.succeeded(), vertices(output.log()), output.log());
    }

    /** The vertexes of {@code --progress=rawjson}, each as it was told of last. */
    private static List<Vertex> vertices(String output) throws JsonException {
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

    private static void read(String line, Map<String, Vertex> byDigest) throws JsonException {
        for (JsonObject vertex :
                JsonObject.parse(line.getBytes(StandardCharsets.UTF_8)).objects("vertexes")) {
            String digest = vertex.text("digest");
            Vertex known = byDigest.get(digest);
            boolean cached = vertex.isTrue("cached") || (known != null && known.cached);
            byDigest.put(digest, new Vertex(vertex.text("name"), cached));
        }
    }
}
