package dev.varve.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.varve.image.ImageConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Docker makes of every fixture the image that the fixture says. {@code -Dvarve.update} writes what it makes into the fixtures
 * instead; look at what changed before you keep it.
 */
@Tag("engine")
class EngineImageTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> fixtures() throws Exception {
        Optional<Docker> docker = Docker.find();
        if (docker.isEmpty()) {
            System.out.println("Not compared with a real Docker: " + Docker.whyNot());
        }
        assumeTrue(docker.isPresent(), Docker::whyNot);
        DockerImage images = new DockerImage(docker.get(), folder);
        ImageConfig base = images.saved(Docker.BASE).config();
        return Fixture.all().stream()
                .map(fixture ->
                        dynamicTest(fixture.toString(), fixture.file().toUri(), () -> compare(images, base, fixture)));
    }

    private void compare(DockerImage images, ImageConfig base, Fixture fixture) throws Exception {
        // a name of its own: a daemon takes a file that looks as old and as long as one of the same context for the
        // same
        Path context = Files.createTempDirectory(folder, fixture.name());
        FixtureTree.write(fixture.files(), context);
        ImageArchive image = images.build(fixture, context);
        String made = ImageText.config(image.config(), base) + ImageText.layers(image, base);
        if (System.getProperty("varve.update") != null) {
            fixture.update(made);
        } else {
            assertThat(made).as(fixture.title()).isEqualTo(fixture.image());
        }
    }
}
