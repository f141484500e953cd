package dev.varve.plan;

import java.util.List;
import java.util.Optional;

/**
 * A stage of a plan.
 *
 * @param index its place in the Dockerfile, from 0
 * @param name its name, or {@code stage-N} where it has none
 * @param base the stage that it begins with; empty where that is an image or nothing
 * @param steps its FROM, the triggers that its base left, its instructions
 */
public record StagePlan(int index, String name, Optional<Integer> base, List<Step> steps) {
    public StagePlan {
        steps = List.copyOf(steps);
    }
}
