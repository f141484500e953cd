package dev.varve.cli.build;

import dev.varve.cli.build.Vertex.State;
import dev.varve.cli.console.JsonPrinter;
import dev.varve.image.Digest;
import dev.varve.json.JsonObject;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** An object a line, as {@code docker build --progress=rawjson} prints them (BuildKit's {@code client.SolveStatus}). */
final class JsonDisplay implements Display {
    private static final long STANDARD_OUTPUT = 1;

    private final PrintWriter out;

    JsonDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void started(Vertex vertex) {
        print("vertexes", document(vertex));
    }

    @Override
    public void ended(Vertex vertex) {
        print(
                "vertexes",
                document(vertex)
                        .with("completed", vertex.started().plus(vertex.time()).toString())
                        .with("cached", vertex.state() == State.CACHED ? Boolean.TRUE : null)
                        .withUnlessEmpty(
                                "error", vertex.state() == State.CANCELED ? "context canceled" : vertex.error()));
    }

    @Override
    public void line(Vertex vertex, String line) {
        print(
                "logs",
                JsonObject.EMPTY
                        .with("vertex", digest(vertex))
                        .with("stream", STANDARD_OUTPUT)
                        .with("data", base64(line + "\n"))
                        .with("timestamp", Instant.now().toString()));
    }

    @Override
    public void detail(Vertex vertex, String text) {
        print(
                "statuses",
                JsonObject.EMPTY
                        .with("id", text)
                        .with("vertex", digest(vertex))
                        .with("timestamp", Instant.now().toString()));
    }

    @Override
    public void warning(String message) {
        print("warnings", JsonObject.EMPTY.with("level", 1L).with("short", base64(message)));
    }

    private static JsonObject document(Vertex vertex) {
        return JsonObject.EMPTY
                .with("digest", digest(vertex))
                .with("name", vertex.name())
                .with("started", vertex.started().toString());
    }

    /** BuildKit names a step by what it does; here it only must be another one for each step. */
    private static String digest(Vertex vertex) {
        return Digest.of(vertex.number() + " " + vertex.name()).toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void print(String kind, JsonObject document) {
        out.println(JsonPrinter.compact(JsonObject.EMPTY.with(kind, List.of(document))));
        out.flush();
    }
}
