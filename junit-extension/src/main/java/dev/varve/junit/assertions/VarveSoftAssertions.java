package dev.varve.junit.assertions;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.engine.BuildResult;
import dev.varve.junit.Build;
import dev.varve.junit.Container;
import dev.varve.junit.Image;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;

/**
 * Assertions whose failures are told together, Varve's and AssertJ's:
 * {@code VarveSoftAssertions.softly(softly -> softly.assertThat(image).hasUser("node"))}.
 */
public class VarveSoftAssertions extends SoftAssertions {
    /** Runs assertions and tells all failures at the end. */
    public static void softly(Consumer<VarveSoftAssertions> assertions) {
        VarveSoftAssertions all = new VarveSoftAssertions();
        try {
            assertions.accept(all);
        } catch (AssertionError e) {
            // of what had no part to go on with
            all.collectAssertionError(e);
        }
        all.assertAll();
    }

    public ImageAssert assertThat(Image image) {
        return new ImageAssert(image).collectedBy(this);
    }

    public ContainerAssert assertThat(Container container) {
        return new ContainerAssert(container).collectedBy(this);
    }

    public BuildAssert assertThat(Build build) {
        return new BuildAssert(build).collectedBy(this);
    }

    public BuildResultAssert assertThat(BuildResult result) {
        return new BuildResultAssert(result).collectedBy(this);
    }

    public DockerfileAssert assertThat(Dockerfile dockerfile) {
        return new DockerfileAssert(dockerfile).collectedBy(this);
    }
}
