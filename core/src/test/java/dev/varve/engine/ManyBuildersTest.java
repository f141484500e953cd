package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.engine.files.Stacks;
import dev.varve.layer.RootFileSystem;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that build on one store at once, or are killed while they do.
 *
 * <p>{@code -Dvarve.kills=200 -Dvarve.seed=1} says how often, and when.
 */
class ManyBuildersTest {
    private static final int BUILDERS = 10;
    private static final int KILLS = Integer.getInteger("varve.kills", 10);
    private static final long SEED = Long.getLong("varve.seed", 1);
    private static final int LONGEST_LIFE = 2500;

    @TempDir
    Path folder;

    private Path store;

    @BeforeEach
    void base() throws IOException, InterruptedException {
        store = folder.resolve("store");
        try (Engine engine = Engine.open(store)) {
            BusyboxImage.in(engine, folder.resolve("busybox"), "busybox");
        }
    }

    private Path context(String name) throws IOException {
        Path context = Files.createDirectories(folder.resolve(name));
        Files.writeString(context.resolve("Dockerfile"), """
                FROM busybox AS shared
                RUN echo the same for all > /shared
                FROM busybox
                COPY --from=shared /shared /
                COPY changing /
                RUN cat /changing > /copy
                """);
        return context;
    }

    private String fileOf(String image, String path) throws IOException {
        try (Engine engine = Engine.open(store);
                Store opened = Store.open(store);
                Stacks stacks = new Stacks(opened)) {
            RootFileSystem files = stacks.files(engine.image(image).config().diffIds());
            return new String(files.open(files.find(path).orElseThrow()).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> problems() throws IOException {
        try (Store opened = Store.open(store)) {
            return opened.check();
        }
    }

    @Test
    void ten_builders_at_once_each_get_their_own_image() throws Exception {
        List<Process> builders = new ArrayList<>();
        for (int i = 0; i < BUILDERS; i++) {
            builders.add(BuildProcess.start(store, context("builder" + i), "builder" + i, 2));
        }
        for (int i = 0; i < BUILDERS; i++) {
            String name = "builder" + i;
            assertThat(builders.get(i).waitFor()).as(() -> log(name)).isZero();
            assertThat(fileOf("builder" + i, "copy")).isEqualTo("builder" + i + "1");
        }
        assertThat(problems()).isEmpty();
    }

    @Test
    void a_builder_that_is_killed_leaves_a_store_that_the_next_uses_without_repair() throws Exception {
        Random random = new Random(SEED);
        Path context = context("killed");
        for (int i = 0; i < KILLS; i++) {
            Process builder = BuildProcess.start(store, context, "killed", 1000);
            boolean ended = builder.waitFor(random.nextInt(LONGEST_LIFE), TimeUnit.MILLISECONDS);
            assertThat(ended)
                    .as(() -> "a builder ended by itself: " + log("killed"))
                    .isFalse();
            builder.destroyForcibly().waitFor();
            assertThat(problems()).as("after kill %d of seed %d", i, SEED).isEmpty();
        }
        try (Engine engine = Engine.open(store)) {
            Files.writeString(context.resolve("changing"), "at last");
            engine.build(context).tag("killed").run();
        }
        assertThat(fileOf("killed", "copy")).isEqualTo("at last");
        assertThat(problems()).isEmpty();
    }

    private String log(String name) {
        try {
            return Files.readString(folder.resolve(name + ".log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
