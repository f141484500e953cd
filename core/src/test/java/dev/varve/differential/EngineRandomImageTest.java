package dev.varve.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.varve.engine.BuildFailedException;
import dev.varve.engine.Engine;
import dev.varve.image.ImageConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Varve makes of random Dockerfiles what a real Docker makes of them, or refuses what that refuses: {@code -Dvarve.cases} of
 * them from {@code -Dvarve.seed} on. A case is named by its seed.
 */
@Tag("engine")
class EngineRandomImageTest {
    @TempDir
    Path folder;

    private Engine engine;
    private VarveImage ours;
    private DockerImage theirs;
    private ImageConfig base;

    @AfterEach
    void close() throws IOException {
        if (engine != null) {
            engine.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> cases() throws Exception {
        Optional<Docker> docker = Docker.find();
        if (docker.isEmpty()) {
            System.out.println("Not compared with a real Docker: " + Docker.whyNot());
        }
        assumeTrue(docker.isPresent(), Docker::whyNot);
        theirs = new DockerImage(docker.get(), folder);
        base = theirs.saved(Docker.BASE).config();
        Path home = folder.resolve("store");
        engine = Engine.open(home);
        Path archive = folder.resolve("base.tar");
        docker.get().run(List.of("save", "--output", archive.toString(), Docker.BASE));
        engine.load(archive);
        ours = new VarveImage(engine, home);
        long first = Long.getLong("varve.seed", 1);
        return LongStream.range(first, first + Long.getLong("varve.cases", 10))
                .mapToObj(seed -> dynamicTest("seed " + seed, () -> compare(RandomFixture.of(seed))));
    }

    private void compare(Fixture fixture) throws Exception {
        Path context = Files.createTempDirectory(folder, fixture.name());
        FixtureTree.write(fixture.files(), context);
        String dockerfile = Files.readString(context.resolve("Dockerfile"));
        String expected;
        try {
            expected = text(theirs.build(fixture, context), base);
        } catch (IOException e) {
            expected = "refused";
            System.out.println("Refused by Docker: " + fixture.name());
        }
        String made;
        String why = "";
        try {
            made = text(ours.build(fixture, context), base);
        } catch (BuildFailedException e) {
            made = "refused";
            why = e.getMessage();
        }
        assertThat(made).as("%s: %s%s", fixture.name(), dockerfile, why).isEqualTo(expected);
    }

    /** Folders without their times: of those that a RUN has only made something in, Docker's layers do not have them. */
    private static String text(ImageArchive image, ImageConfig base) {
        return ImageText.config(image.config(), base)
                + ImageText.layers(image, base).replaceAll("(  folder \\d+ \\d+:\\d+) \\S+", "$1");
    }
}
