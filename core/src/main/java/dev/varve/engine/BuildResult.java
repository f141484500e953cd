package dev.varve.engine;

import dev.varve.engine.build.StepOutcome;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import java.util.List;

/**
 * What a build made.
 *
 * @param image the id of the image
 * @param tags the names it was given
 * @param steps what became of each instruction, in the order of the Dockerfile
 */
public record BuildResult(Digest image, List<ImageReference> tags, List<StepOutcome> steps) {
    public BuildResult {
        tags = List.copyOf(tags);
        steps = List.copyOf(steps);
    }
}
