package dev.varve.lint.report;

import java.util.Map;

/** A step that evidence names: a text, or a map with {@code line} and {@code instruction}. */
final class StepText {
    private StepText() {}

    static String of(Object step) {
        if (step instanceof Map<?, ?> map && map.get("line") != null && map.get("instruction") != null) {
            return "line " + map.get("line") + ": " + map.get("instruction");
        }
        return step.toString();
    }
}
