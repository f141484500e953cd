package dev.varve.plan;

import dev.varve.image.ImageConfig;
import java.util.List;
import java.util.Optional;

/**
 * A stage of a plan.
 *
 * @param index its place in the Dockerfile, from 0
 * @param name its name, or {@code stage-N} where it has none
 * @param base the stage that it begins with; empty where that is an image or nothing
 * @param steps its FROM, the triggers that its base left, its instructions
 * @param image the configuration of the image that it makes, except what only a build knows: the layers are those of the
 *     image below, and neither the image nor the entries that the steps add to its history say when they were made
 */
public record StagePlan(int index, String name, Optional<Integer> base, List<Step> steps, ImageConfig image) {
    public StagePlan {
        steps = List.copyOf(steps);
    }
}
