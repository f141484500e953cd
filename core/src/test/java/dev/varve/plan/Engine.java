package dev.varve.plan;

import dev.varve.differential.Docker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

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
