package dev.varve.cli.dockerfile;

import dev.varve.cli.console.Json;
import dev.varve.plan.Cause;
import dev.varve.plan.Prediction;
import dev.varve.plan.StepPrediction;
import java.io.Writer;
import java.util.Locale;

/** A prediction as a JSON document. */
final class PredictJson {
    private PredictJson() {}

    static void write(Prediction prediction, Writer out) {
        try (Json json = new Json(out)) {
            json.object(() -> json.member("model", lower(prediction.model()))
                    .array("steps", prediction.steps(), step -> step(json, step)));
        }
    }

    private static void step(Json json, StepPrediction step) {
        json.object(() -> {
            json.member("stage", step.stage().name())
                    .member("line", step.step().line())
                    .member("instruction", step.step().text())
                    .member("step", step.isStep())
                    .member("status", lower(step.status()));
            step.cause().ifPresent(cause -> json.name("cause").object(() -> cause(json, cause)));
        });
    }

    private static void cause(Json json, Cause cause) {
        json.member("kind", lower(cause.kind()))
                .member("line", cause.line())
                .array("paths", cause.paths(), json::string)
                .member("text", cause.text());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
