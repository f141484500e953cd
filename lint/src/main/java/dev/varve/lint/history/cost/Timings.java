package dev.varve.lint.history.cost;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long the steps of a build took: from what {@code varve build --format json} prints, from BuildKit's
 * {@code --progress=rawjson} or from its plain log. Steps that were cached tell nothing.
 */
public final class Timings {
    private static final int LARGEST = 1 << 28;
    private static final Pattern STEP = Pattern.compile("\\[[^\\]]*\\d+/\\d+\\] (.*)");
    private static final Pattern PLAIN_NAME = Pattern.compile("#(\\d+) \\[[^\\]]*\\d+/\\d+\\] (.*)");
    private static final Pattern PLAIN_DONE = Pattern.compile("#(\\d+) DONE (\\d+(?:\\.\\d+)?)s");

    private final Map<String, Double> seconds = new HashMap<>();
    private final Map<String, String> plainNames = new HashMap<>();

    private Timings() {}

    /**
     * Reads a file; lines that tell nothing are passed over.
     *
     * @throws IOException where it cannot be read, or tells nothing of any step
     */
    public static StepCosts read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is larger than " + (LARGEST >> 20) + " MiB");
        }
        Timings timings = new Timings();
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        text.lines().forEach(timings::line);
        if (timings.seconds.isEmpty()) {
            throw new IOException(
                    file + " tells of no step that ran; expected the last line of 'varve build --format json',"
                            + " or the output of 'docker build --progress=rawjson' or '--progress=plain'");
        }
        return StepCosts.measured(timings.seconds);
    }

    private void line(String line) {
        if (line.startsWith("{")) {
            try {
                json(JsonObject.parse(line.getBytes(StandardCharsets.UTF_8)));
            } catch (JsonException | DateTimeException e) {
                return;
            }
            return;
        }
        Matcher name = PLAIN_NAME.matcher(line);
        if (name.matches()) {
            plainNames.put(name.group(1), name.group(2));
        }
        Matcher done = PLAIN_DONE.matcher(line);
        if (done.matches()) {
            @Nullable String instruction = plainNames.get(done.group(1));
            if (instruction != null) {
                add(instruction, Double.parseDouble(done.group(2)));
            }
        }
    }

    private void json(JsonObject object) throws JsonException {
        if (object.has("steps")) {
            for (JsonObject step : object.objects("steps")) {
                Object took = step.members().get("seconds");
                boolean ran = !step.optionalText("status").orElse("").equals("cached");
                if (ran && took instanceof Number number && number.doubleValue() > 0) {
                    add(step.text("instruction"), number.doubleValue());
                }
            }
            return;
        }
        List<JsonObject> vertexes = object.has("vertexes") ? object.objects("vertexes") : List.of();
        for (JsonObject vertex : vertexes) {
            Matcher name = STEP.matcher(vertex.optionalText("name").orElse(""));
            boolean ended = vertex.has("started") && vertex.has("completed") && !vertex.has("error");
            if (ended && name.matches() && !(vertex.has("cached") && vertex.isTrue("cached"))) {
                Instant started = Instant.parse(vertex.text("started"));
                Instant completed = Instant.parse(vertex.text("completed"));
                add(name.group(1), Duration.between(started, completed).toMillis() / 1000.0);
            }
        }
    }

    private void add(String instruction, double took) {
        seconds.merge(instruction, took, Math::max);
    }
}
