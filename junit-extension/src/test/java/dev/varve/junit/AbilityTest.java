package dev.varve.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A machine that cannot run anything: another process is told to use a runtime that is not there. */
@ExtendWith(Busybox.class)
class AbilityTest {
    @TempDir
    Path folder;

    @ImageTest
    @Dockerfile(text = "FROM busybox\nCMD [\"true\"]")
    static class Mixed {
        @Test
        @EnabledIfEngineCan(Ability.RUN)
        void needs_it_and_says_so(Container container) {
            container.await();
        }

        @Test
        void needs_it_and_does_not_say_so(Container container) {
            container.await();
        }

        @Test
        void needs_it_not(Image image) {
            assertThat(image.path("/bin/sh")).exists();
        }
    }

    @Test
    void what_needs_to_run_something_fails_unless_it_says_so_and_all_else_works() throws Exception {
        String outcome = ChildRun.of(Mixed.class, folder)
                .with("VARVE_RUNTIME", "no-such-runtime")
                .output();

        assertThat(outcome)
                .contains("succeeded 1\n")
                .contains("skipped this machine cannot RUN: ")
                .containsOnlyOnce("failed ")
                .contains("there is no OCI runtime 'no-such-runtime': install it, or use 'embedded'");
    }
}
