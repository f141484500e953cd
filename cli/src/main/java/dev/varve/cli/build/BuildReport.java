package dev.varve.cli.build;

import dev.varve.cli.console.JsonPrinter;
import dev.varve.engine.BuildResult;
import dev.varve.engine.Image;
import dev.varve.engine.build.StepOutcome;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.json.JsonObject;
import dev.varve.plan.Cause;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a build made, for programs. */
final class BuildReport {
    private BuildReport() {}

    /** On one line. */
    static void write(BuildResult result, PrintWriter out) {
        List<Object> steps =
                result.steps().stream().<Object>map(BuildReport::step).toList();
        out.println(JsonPrinter.compact(JsonObject.EMPTY
                .with("image", result.image().toString())
                .with("tags", names(result))
                .with("steps", steps)));
    }

    private static List<String> names(BuildResult result) {
        return result.tags().stream().map(ImageReference::familiar).toList();
    }

    private static JsonObject step(StepOutcome outcome) {
        Map<String, @Nullable Object> step = new LinkedHashMap<>();
        step.put("stage", outcome.stage().name());
        step.put("line", outcome.step().line());
        step.put("instruction", outcome.step().text());
        step.put("status", outcome.status().name().toLowerCase(Locale.ROOT));
        step.put("cause", outcome.cause().map(BuildReport::cause).orElse(null));
        step.put(
                "seconds",
                BigDecimal.valueOf(outcome.took().toMillis()).movePointLeft(3).setScale(3, RoundingMode.UNNECESSARY));
        step.put("layer", outcome.layer().map(Digest::toString).orElse(null));
        step.put("size", outcome.size());
        return JsonObject.of(step);
    }

    private static JsonObject cause(Cause cause) {
        return JsonObject.EMPTY
                .with("kind", cause.kind().name().toLowerCase(Locale.ROOT))
                .with("line", cause.line())
                .with("paths", cause.paths())
                .with("text", cause.text());
    }

    /** As {@code docker build --metadata-file} has it. */
    static String metadata(BuildResult result, Image image) {
        JsonObject metadata = JsonObject.EMPTY
                .with("containerimage.config.digest", result.image().toString())
                .with("containerimage.digest", image.descriptor().digest().toString())
                .withUnlessEmpty(
                        "image.name",
                        result.tags().stream().map(ImageReference::toString).collect(Collectors.joining(",")));
        return JsonPrinter.pretty(metadata);
    }
}
