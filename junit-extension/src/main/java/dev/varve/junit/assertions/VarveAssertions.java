package dev.varve.junit.assertions;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.engine.BuildResult;
import dev.varve.junit.Build;
import dev.varve.junit.Container;
import dev.varve.junit.Image;
import org.assertj.core.api.Assertions;

/**
 * Assertions about images, containers and builds, and all those of AssertJ:
 * {@code import static dev.varve.junit.assertions.VarveAssertions.assertThat;}.
 */
public class VarveAssertions extends Assertions {
    protected VarveAssertions() {}

    public static ImageAssert assertThat(Image image) {
        return new ImageAssert(image);
    }

    public static ContainerAssert assertThat(Container container) {
        return new ContainerAssert(container);
    }

    public static BuildAssert assertThat(Build build) {
        return new BuildAssert(build);
    }

    public static BuildResultAssert assertThat(BuildResult result) {
        return new BuildResultAssert(result);
    }

    public static DockerfileAssert assertThat(Dockerfile dockerfile) {
        return new DockerfileAssert(dockerfile);
    }

    /** Bytes, in thousands as docker shows them. */
    public static long kilobytes(long thousands) {
        return Math.multiplyExact(thousands, 1_000L);
    }

    /** Bytes, in millions as docker shows them. */
    public static long megabytes(long millions) {
        return Math.multiplyExact(millions, 1_000_000L);
    }
}
