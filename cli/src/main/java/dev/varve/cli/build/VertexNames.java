package dev.varve.cli.build;

import dev.varve.lint.report.Characters;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.Pull;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What BuildKit calls the steps of a build: {@code [build 2/4] RUN make} (its {@code dockerfile2llb}, prefixCommand). */
final class VertexNames {
    private final Map<Step, String> names = new HashMap<>();

    VertexNames(BuildPlan plan) {
        for (StagePlan stage : plan.stages()) {
            long total = stage.steps().stream()
                    .filter(step -> step.operation().isPresent())
                    .count();
            int index = 0;
            for (Step step : stage.steps()) {
                if (step.operation().isPresent()) {
                    index++;
                    names.put(step, Characters.visible(prefix(plan, stage, index, total) + text(step)));
                }
            }
        }
    }

    private static String prefix(BuildPlan plan, StagePlan stage, int index, long total) {
        boolean named = plan.dockerfile().stages().size() > 1 || !stage.name().startsWith("stage-");
        int width = String.valueOf(total).length();
        String count = String.format("%" + width + "d/%d", index, total);
        return "[" + (named ? stage.name() + " " : "") + count + "] ";
    }

    private static String text(Step step) {
        return step.operation().orElse(null) instanceof Pull pull
                ? "FROM " + pull.image().reference()
                : step.text();
    }

    /** Also of a step that is none of BuildKit's. */
    String of(Step step) {
        return names.getOrDefault(step, Characters.visible(step.text()));
    }

    /** The step that is written so on that line. */
    Optional<Step> find(int line, String text) {
        return names.keySet().stream()
                .filter(step -> step.line() == line && step.text().equals(text))
                .findFirst();
    }

    /** How many there are. */
    int count() {
        return names.size();
    }
}
