package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.registry.Compression;
import dev.varve.registry.Progress;
import dev.varve.registry.RegistryServer;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed while they pull an image or make one of a container.
 *
 * <p>{@code -Dvarve.kills=200 -Dvarve.seed=1} says how often, and when.
 */
class KilledTransfersTest {
    private static final int KILLS = Integer.getInteger("varve.kills", 10);
    private static final long SEED = Long.getLong("varve.seed", 1);
    private static final int LONGEST_LIFE_MILLIS = 900;
    private static final int LAYERS = 4;
    private static final int LAYER_BYTES = 2 << 20;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private Path store;

    @BeforeEach
    void store() {
        store = folder.resolve("store");
    }

    private void killAgainAndAgain(String what, String name) throws IOException, InterruptedException {
        for (int i = 0; i < KILLS; i++) {
            Process process = EndlessProcess.start(store, what, name);
            boolean ended = process.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
            if (ended) {
                throw new AssertionError("it ended by itself: "
                        + new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            process.destroyForcibly().waitFor();
            assertThat(problems()).as("after kill %d of seed %d", i, SEED).isEmpty();
        }
    }

    private List<String> problems() throws IOException {
        try (Store opened = Store.open(store)) {
            return opened.check();
        }
    }

    /** An image of layers that do not compress. */
    private void publish(String name) throws IOException, InterruptedException {
        Path context = Files.createDirectories(folder.resolve("context"));
        StringBuilder dockerfile = new StringBuilder("FROM scratch\n");
        for (int i = 0; i < LAYERS; i++) {
            byte[] bytes = new byte[LAYER_BYTES];
            random.nextBytes(bytes);
            Files.write(context.resolve("layer" + i), bytes);
            dockerfile.append("COPY layer").append(i).append(" /\n");
        }
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        try (Engine publisher = Engine.open(folder.resolve("publisher"))) {
            publisher.build(context).tag(name).run();
            publisher.push(ImageReference.parse(name), Compression.DEFAULT, Progress.NONE);
        }
    }

    @Test
    void a_pull_that_is_killed_leaves_a_store_that_the_next_one_uses_without_repair() throws Exception {
        try (RegistryServer registry = RegistryServer.start(folder.resolve("registry"))) {
            String name = registry.host() + "/large";
            publish(name);

            killAgainAndAgain("pull", name);

            try (Engine engine = Engine.open(store)) {
                Image pulled = engine.pull(name, Platform.host(), Progress.NONE);
                assertThat(pulled.config().diffIds()).hasSize(LAYERS);
            }
            assertThat(problems()).isEmpty();
        }
    }

    @Test
    void a_commit_that_is_killed_leaves_a_store_that_the_next_one_uses_without_repair() throws Exception {
        try (Engine engine = Engine.open(store)) {
            BusyboxImage.in(engine, folder.resolve("busybox"), "busybox");
            Container container = engine.container("busybox")
                    .name("changed")
                    .command("sh", "-c", "head -c " + LAYER_BYTES + " /dev/urandom > /new; rm /bin/ar")
                    .start();
            assertThat(container.waitFor()).isZero();
        }

        killAgainAndAgain("commit", "changed");

        try (Engine engine = Engine.open(store)) {
            engine.findContainer("changed").commit().tag("whole").run();
        }
        assertThat(LayerLines.of(store, imageOf("whole"), 0)).hasSize(3);
        assertThat(problems()).isEmpty();
    }

    private Image imageOf(String name) throws IOException {
        try (Engine engine = Engine.open(store)) {
            return engine.image(name);
        }
    }
}
