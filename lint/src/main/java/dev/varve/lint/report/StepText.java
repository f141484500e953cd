package dev.varve.lint.report;

import java.util.Map;

/** A step that evidence names, a text or a map with {@code line} and {@code instruction}, short enough for a line. */
final class StepText {
    private static final int MOST_CHARACTERS = 120;

    private StepText() {}

    static String of(Object step) {
        String text = whole(step);
        return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
    }

    private static String whole(Object step) {
        if (step instanceof Map<?, ?> map && map.get("line") != null && map.get("instruction") != null) {
            return "line " + map.get("line") + ": " + map.get("instruction");
        }
        return step.toString();
    }
}
