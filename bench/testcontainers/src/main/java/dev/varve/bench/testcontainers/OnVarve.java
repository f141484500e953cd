package dev.varve.bench.testcontainers;

import static dev.varve.junit.assertions.VarveAssertions.assertThat;

import dev.varve.junit.Container;
import dev.varve.junit.Image;
import dev.varve.junit.ImageSource;
import dev.varve.junit.Run;
import dev.varve.junit.VarveExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnVarve {
    @RegisterExtension
    static final VarveExtension VARVE =
            VarveExtension.of(ImageSource.context(Path.of(System.getenv("BENCH_CONTEXT"))));

    @Test
    void build_and_inspect(Image image) {
        assertThat(image).hasEnv("TARGET", "example.org").hasWorkingDir("/app");
    }

    @Test
    void a_variable_overridden(@Run(env = "TARGET=google.com") Container container) {
        assertThat(container).printed("Pinging: google.com");
    }

    @Test
    void a_program_run_in_it(@Run(waitForLine = "Pinging") Container container) {
        assertThat(container.exec("cat", "/app/app.txt").out()).hasSize(36);
    }
}
