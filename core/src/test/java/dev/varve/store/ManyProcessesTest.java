package dev.varve.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.image.ImageReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dvarve.kills=300} kills more often, {@code -Dvarve.seed=1} at other moments. */
class ManyProcessesTest {
    private static final int PROCESSES = 10;
    private static final int ROUNDS = 40;
    private static final int LONGEST_LIFE_MILLIS = 120;

    @TempDir
    private Path home;

    @Test
    void ten_processes_at_once_leave_a_store_that_is_right() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(BusyProcess.start(home, "process" + i, i, ROUNDS));
        }
        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        }
        try (Store store = Store.open(home)) {
            assertThat(store.check()).isEmpty();
            assertThat(store.images().find(ImageReference.parse("shared"))).isPresent();
            store.collectGarbage(() -> {});
            assertThat(store.check()).isEmpty();
            assertThat(store.diskUsage().garbage()).isZero();
        }
    }

    @Test
    void a_process_that_is_killed_at_any_moment_leaves_a_store_that_the_next_one_uses() throws Exception {
        int kills = Integer.getInteger("varve.kills", 12);
        long seed = Long.getLong("varve.seed", 20261124L);
        Random random = new Random(seed);
        for (int kill = 0; kill < kills; kill++) {
            Process other = BusyProcess.start(home, "other", random.nextLong(), -1);
            Process victim = BusyProcess.start(home, "victim", random.nextLong(), -1);
            Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            victim.destroyForcibly().waitFor();
            other.destroyForcibly().waitFor();
            try (Store store = Store.open(home)) {
                assertThat(store.check())
                        .as("after kill %s with seed %s", kill, seed)
                        .isEmpty();
                store.images().tag(ImageReference.parse("next"), Fixture.image(store, "next " + kill));
                assertThat(onlyTemporary())
                        .as("after kill %s with seed %s", kill, seed)
                        .hasSize(1);
                store.collectGarbage(() -> {
                    throw new AssertionError("the dead hold the store");
                });
                assertThat(store.check())
                        .as("after kill %s with seed %s", kill, seed)
                        .isEmpty();
            }
        }
    }

    private List<Path> onlyTemporary() throws IOException {
        return Folders.children(home.resolve("tmp")).stream()
                .filter(path -> Files.isDirectory(path))
                .toList();
    }
}
