package dev.varve.cli.dockerfile;

import dev.varve.cli.console.Colour;
import dev.varve.lint.report.Characters;
import dev.varve.plan.Prediction;
import dev.varve.plan.Status;
import dev.varve.plan.StepPrediction;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A prediction for people: one line a step. */
final class PredictText {
    private PredictText() {}

    static void write(Prediction prediction, PrintWriter out) {
        boolean severalStages = prediction.steps().stream()
                        .mapToInt(step -> step.stage().index())
                        .distinct()
                        .count()
                > 1;
        int stage = -1;
        for (StepPrediction step : prediction.steps()) {
            if (severalStages && step.stage().index() != stage) {
                stage = step.stage().index();
                out.println(Characters.visible(step.stage().name()));
            }
            if (step.isStep() || step.cause().isPresent()) {
                out.println((severalStages ? "  " : "") + line(step));
            }
        }
        out.println(summary(prediction));
    }

    private static String line(StepPrediction step) {
        String status = step.isStep() ? step.status().name() : "config";
        String padded = "%-7s".formatted(status);
        String shown = step.isStep() ? coloured(step.status(), padded) : Colour.faint(padded);
        String number = Colour.faint("%4d".formatted(step.step().line()));
        String cause = step.cause().map(found -> " : " + found.text()).orElse("");
        return shown + " " + number + "  " + Characters.visible(step.step().text() + cause);
    }

    private static String coloured(Status status, String text) {
        return switch (status) {
            case HIT -> Colour.green(text);
            case MISS -> Colour.red(text);
            case UNKNOWN -> Colour.yellow(text);
        };
    }

    private static String summary(Prediction prediction) {
        List<String> parts = new ArrayList<>();
        add(parts, prediction.count(Status.HIT), " from the cache");
        add(parts, prediction.count(Status.MISS), " again");
        add(parts, prediction.count(Status.UNKNOWN), " unknown");
        return parts.isEmpty() ? "no steps" : "steps: " + String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + what);
        }
    }
}
