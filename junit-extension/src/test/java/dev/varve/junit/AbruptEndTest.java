package dev.varve.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A run of tests that is killed leaves nothing that runs, and the next run takes away what is left in the store. */
@ExtendWith(Busybox.class)
@EnabledIfEngineCan(Ability.RUN)
class AbruptEndTest {
    @TempDir
    Path folder;

    @ImageTest
    @UseImage("busybox")
    static class Endless {
        @Test
        void test(@Run(command = {"sh", "-c", "echo $$; sleep 1000"}) dev.varve.junit.Container container)
                throws Exception {
            container.await(Wait.line("\n"));
            System.out.println("started " + container.id());
            System.out.flush();
            Thread.sleep(100_000);
        }
    }

    @ImageTest
    @UseImage("busybox")
    static class Next {
        @Test
        void test(Image image) {}
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void leaves_nothing() throws Exception {
        ChildRun run = ChildRun.of(Endless.class, folder);
        Process process = run.start();
        while (!run.printed().contains("started ")) {
            assertThat(process.isAlive()).as(run.printed()).isTrue();
            Thread.sleep(20);
        }
        String id = run.printed()
                .lines()
                .filter(line -> line.startsWith("started "))
                .map(line -> line.substring("started ".length()))
                .findFirst()
                .orElseThrow();
        try (Engine engine = Engine.open()) {
            Optional<ProcessHandle> first =
                    engine.findContainer(id).state().process().flatMap(one -> ProcessHandle.of(one.pid()));

            process.destroyForcibly().waitFor();

            first.ifPresent(one -> one.onExit().join());
            assertThat(Kit.run(Next.class).failures()).isEmpty();
            assertThat(engine.containers())
                    .extracting(Container::id)
                    .as("those of runs that live are left alone: %s", List.of(id))
                    .doesNotContain(id);
        }
    }
}
