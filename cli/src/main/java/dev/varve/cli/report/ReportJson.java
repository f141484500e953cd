package dev.varve.cli.report;

import dev.varve.cli.console.JsonPrinter;
import dev.varve.json.JsonObject;
import dev.varve.layer.waste.ImageLayers;
import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.ReplayedVariant;
import dev.varve.lint.history.cost.Cost;
import dev.varve.lint.history.replay.Blame;
import dev.varve.lint.history.replay.ReplayedStep;
import dev.varve.lint.history.replay.Totals;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A report for programs; its schema is {@code docs/report.schema.json}. */
final class ReportJson {
    private ReportJson() {}

    static void write(ReplayReport report, Optional<ImageLayers> image, PrintWriter out) {
        out.println(JsonPrinter.compact(document(report, image)));
    }

    static JsonObject document(ReplayReport report, Optional<ImageLayers> image) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("dockerfile", report.dockerfile());
        document.put("model", report.model().name().toLowerCase(Locale.ROOT));
        document.put("commits", report.commits().size());
        document.put(
                "steps", report.steps().stream().<Object>map(ReportJson::step).toList());
        document.put("totals", totals(report.totals()));
        List<Object> suggestions = report.suggestions().stream()
                .<Object>map(ReportJson::suggestion)
                .toList();
        document.put("suggestions", suggestions);
        document.put("image", image.map(ImageJson::document).orElse(null));
        document.put("notes", report.notes());
        return JsonObject.of(document);
    }

    private static JsonObject step(ReplayedStep step) {
        Cost cost = step.cost();
        return JsonObject.EMPTY
                .with("stage", step.stage())
                .with("line", step.line())
                .with("instruction", step.instruction())
                .with("reruns", step.reruns())
                .with("rate", Numbers.decimal(step.rate(), 4))
                .with("avoidable", step.avoidable())
                .with(
                        "seconds",
                        JsonObject.EMPTY
                                .with("value", Numbers.decimal(cost.seconds(), 3))
                                .with("source", cost.source().name().toLowerCase(Locale.ROOT)))
                .with(
                        "blame",
                        step.blame().stream().<Object>map(ReportJson::blame).toList());
    }

    private static JsonObject blame(Blame blame) {
        return JsonObject.EMPTY.with("path", blame.path()).with("commits", blame.commits());
    }

    private static JsonObject suggestion(ReplayedVariant variant) {
        return JsonObject.EMPTY
                .with("rule", variant.rule())
                .with("description", variant.description())
                .with("safe", variant.safe())
                .with("diff", variant.diff())
                .with("totals", totals(variant.totals()));
    }

    static JsonObject totals(Totals totals) {
        return JsonObject.EMPTY
                .with("rerunSteps", totals.rerunSteps())
                .with("avoidable", totals.avoidable())
                .with("hitRate", Numbers.decimal(totals.hitRate(), 4))
                .with("seconds", Numbers.decimal(totals.seconds(), 1));
    }
}
