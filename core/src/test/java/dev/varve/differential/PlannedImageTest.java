package dev.varve.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.plan.BaseImage;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.PlanException;
import dev.varve.plan.Source;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A plan says of every fixture's image what Docker makes of it: platform, author, configuration and history. */
class PlannedImageTest {
    private static final ImageConfig BASE = BaseLayer.config(Digest.sha256(new byte[32]));

    @TestFactory
    Stream<DynamicTest> fixtures() throws Exception {
        return Fixture.all().stream()
                .map(fixture -> dynamicTest(
                        fixture.toString(),
                        fixture.file().toUri(),
                        () -> assertThat(ImageText.config(plan(fixture), BASE))
                                .as(fixture.title())
                                .isEqualTo(fixture.image().replaceFirst("(?ms)^layer$.*", ""))));
    }

    private static ImageConfig plan(Fixture fixture) throws PlanException {
        Map<String, ImageConfig> images = new HashMap<>(Map.of(complete(Docker.BASE), BASE));
        ImageConfig image = BASE;
        for (FixtureBuild build : fixture.builds()) {
            byte[] dockerfile = fixture.files().stream()
                    .filter(file -> file.path().equals(build.dockerfile()))
                    .findFirst()
                    .orElseThrow()
                    .content()
                    .getBytes(StandardCharsets.UTF_8);
            image = BuildPlan.of(Dockerfile.parse(build.dockerfile(), dockerfile), options(build, images))
                    .target()
                    .image();
            if (!build.tag().isEmpty()) {
                images.put(complete(build.tag()), image);
            }
        }
        return image;
    }

    private static String complete(String name) {
        return ImageReference.parse(name).toString();
    }

    private static BuildOptions options(FixtureBuild build, Map<String, ImageConfig> images) {
        BuildOptions options = BuildOptions.defaults()
                .withBuildArgs(build.arguments())
                .withLabels(build.labels())
                .withBaseImages((name, platform) -> new BaseImage(name, images.get(name)));
        Map<String, Source> contexts = new HashMap<>();
        build.contexts().forEach((name, where) -> contexts.put(name, source(name, where)));
        options = options.withContexts(contexts);
        if (!build.platform().isEmpty()) {
            options = options.withPlatform(Platform.parse(build.platform()));
        }
        return build.target().isEmpty() ? options : options.withTarget(build.target());
    }

    private static Source source(String name, String where) {
        String image = where.replaceFirst("^docker-image://", "");
        return image.equals(where)
                ? new Source.Context(name)
                : new Source.Image(complete(image), Platform.parse("linux/amd64"), image);
    }
}
