package dev.varve.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.varve.engine.Engine;
import dev.varve.image.ImageConfig;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Varve makes of every fixture the image that Docker makes of it. */
class BuiltImageTest {
    @TempDir
    Path folder;

    private Engine engine;
    private VarveImage images;
    private ImageConfig base;

    @BeforeEach
    void open() throws Exception {
        Path home = folder.resolve("store");
        try (Store store = Store.open(home)) {
            base = BaseLayer.putInto(store);
        }
        engine = Engine.open(home);
        images = new VarveImage(engine, home);
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    @TestFactory
    Stream<DynamicTest> fixtures() throws IOException {
        return Fixture.all().stream()
                .map(fixture -> dynamicTest(fixture.toString(), fixture.file().toUri(), () -> compare(fixture)));
    }

    private void compare(Fixture fixture) throws Exception {
        boolean runs = fixture.image().contains("history + RUN");
        assumeTrue(!runs || BaseLayer.busybox().isPresent(), "no busybox on this machine: install busybox-static");
        Path context = folder.resolve(fixture.name());
        Files.createDirectories(context);
        FixtureTree.write(fixture.files(), context);
        ImageArchive image = images.build(fixture, context);
        String made = ImageText.config(image.config(), base) + ImageText.layers(image, base);
        assertThat(made).as(fixture.title()).isEqualTo(fixture.image());
    }
}
