package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.engine.build.BuildListener;
import dev.varve.engine.build.StepOutcome;
import dev.varve.registry.RegistryServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build cache that machines share through a real registry. */
class SharedCacheTest {
    @TempDir
    Path folder;

    private Path context;

    @BeforeEach
    void write() throws Exception {
        context = Files.createDirectory(folder.resolve("context"));
        Files.writeString(context.resolve("a.txt"), "a");
        Files.writeString(context.resolve("b.txt"), "b");
        Files.writeString(context.resolve("Dockerfile"), """
                FROM scratch AS made
                COPY a.txt /out/
                FROM scratch
                COPY --from=made /out /out
                COPY b.txt /
                """);
    }

    private static List<StepOutcome.Status> statuses(BuildResult result) {
        return result.steps().stream()
                .filter(step -> step.step().operation().isPresent())
                .map(StepOutcome::status)
                .toList();
    }

    @Test
    void another_machine_finds_what_this_one_has_built() throws Exception {
        try (RegistryServer registry = RegistryServer.start(folder.resolve("registry"));
                Engine one = Engine.open(folder.resolve("one"));
                Engine other = Engine.open(folder.resolve("other"))) {
            String cache = registry.host() + "/caches/app";
            BuildResult here = one.build(context).cacheTo(cache).run();
            BuildResult there = other.build(context).cacheFrom(cache).run();
            assertThat(statuses(here)).containsOnly(StepOutcome.Status.EXECUTED);
            assertThat(statuses(there)).containsOnly(StepOutcome.Status.CACHED);
            assertThat(there.image()).isEqualTo(here.image());
            assertThat(statuses(other.build(context).run())).containsOnly(StepOutcome.Status.CACHED);
        }
    }

    @Test
    void a_cache_that_is_not_there_is_told_and_hinders_nothing() throws Exception {
        List<String> warnings = new ArrayList<>();
        try (RegistryServer registry = RegistryServer.start(folder.resolve("registry"));
                Engine engine = Engine.open(folder.resolve("one"))) {
            String cache = registry.host() + "/caches/none";
            BuildListener ear = new BuildListener() {
                @Override
                public void warning(String message) {
                    warnings.add(message);
                }
            };
            engine.build(context).cacheFrom(cache).listener(ear).run();
            assertThat(warnings).containsExactly("there is no build cache at " + cache + ":latest yet");
        }
    }
}
