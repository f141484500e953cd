package dev.varve.lint.layers;

import dev.varve.plan.Step;
import java.util.List;
import java.util.Map;

/** What findings about the layer cache show, in one form. */
public final class Evidence {
    private static final int LONGEST = 20;

    private Evidence() {}

    /** Steps as {@code {"line": 3, "instruction": "RUN npm ci"}}. */
    public static List<Map<String, Object>> steps(List<Step> steps) {
        return steps.stream()
                .map(step -> Map.<String, Object>of("line", step.line(), "instruction", step.text()))
                .toList();
    }

    /** The first paths of many. */
    public static List<String> paths(List<String> paths) {
        return paths.stream()
                .limit(LONGEST)
                .map(path -> path.isEmpty() ? "." : path)
                .toList();
    }
}
