package dev.varve.cli.dockerfile;

import dev.varve.json.JsonStream;
import dev.varve.plan.Cause;
import dev.varve.plan.Prediction;
import dev.varve.plan.StepPrediction;
import java.io.Writer;
import java.util.Locale;

/** A prediction as a JSON document. */
final class PredictJson {
    private PredictJson() {}

    static void write(Prediction prediction, Writer out) {
        JsonStream json = new JsonStream(out);
        json.object(() -> json.member("model", lower(prediction.model()))
                        .list("steps", prediction.steps(), step -> step(json, step)))
                .end();
    }

    private static void step(JsonStream json, StepPrediction step) {
        json.object(() -> {
            json.member("stage", step.stage().name())
                    .member("line", step.step().line())
                    .member("instruction", step.step().text())
                    .member("step", step.isStep())
                    .member("status", lower(step.status()));
            step.cause().ifPresent(cause -> json.object("cause", () -> cause(json, cause)));
        });
    }

    private static void cause(JsonStream json, Cause cause) {
        json.member("kind", lower(cause.kind()))
                .member("line", cause.line())
                .list("paths", cause.paths(), json::value)
                .member("text", cause.text());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
