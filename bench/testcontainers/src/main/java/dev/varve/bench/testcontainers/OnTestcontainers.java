package dev.varve.bench.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.ContainerConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;

class OnTestcontainers {
    private static String image = "";

    @BeforeAll
    static void build() throws Exception {
        Path context = Path.of(System.getenv("BENCH_CONTEXT"));
        image = new ImageFromDockerfile("bench-" + context.getFileName(), false)
                .withFileFromPath(".", context)
                .get();
    }

    private static GenericContainer<?> container() {
        return new GenericContainer<>(DockerImageName.parse(image))
                .withNetworkMode("host")
                .waitingFor(Wait.forLogMessage(".*Pinging.*", 1));
    }

    @Test
    void build_and_inspect() {
        ContainerConfig config = DockerClientFactory.lazyClient()
                .inspectImageCmd(image)
                .exec()
                .getConfig();
        assertThat(config.getEnv()).contains("TARGET=example.org");
        assertThat(config.getWorkingDir()).isEqualTo("/app");
    }

    @Test
    void a_variable_overridden() {
        try (GenericContainer<?> container = container().withEnv("TARGET", "google.com")) {
            container.start();
            assertThat(container.getLogs()).contains("Pinging: google.com");
        }
    }

    @Test
    void a_program_run_in_it() throws Exception {
        try (GenericContainer<?> container = container()) {
            container.start();
            assertThat(container.execInContainer("cat", "/app/app.txt").getStdout()).hasSize(36);
        }
    }
}
