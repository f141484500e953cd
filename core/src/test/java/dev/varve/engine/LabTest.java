package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.registry.Compression;
import dev.varve.registry.Progress;
import dev.varve.registry.RegistryServer;
import dev.varve.registry.RegistrySettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody does who learns containers: builds web-ping and runs it with other variables; changes a container by hand and
 * keeps that as an image. The images come from a real registry, where another has pushed them.
 */
class LabTest {
    private static final Path WEB_PING = Path.of("../examples/web-ping");

    @TempDir
    Path folder;

    private RegistryServer registry;
    private Engine publisher;
    private Engine engine;

    @BeforeEach
    void start() throws IOException {
        registry = RegistryServer.start(folder.resolve("registry"));
        publisher = Engine.open(folder.resolve("publisher"));
        engine = Engine.open(
                folder.resolve("store"),
                RegistrySettings.fromEnvironment()
                        .withMirrors(Map.of("docker.io", List.of(URI.create("http://" + registry.host())))));
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
        publisher.close();
        registry.close();
    }

    private void publish(String local, String name) throws IOException {
        String there = registry.host() + "/" + name;
        publisher.tag(local, there);
        publisher.push(ImageReference.parse(there), Compression.DEFAULT, Progress.NONE);
    }

    private String imported(MachineRoot root, String name, String... changes) throws IOException, InterruptedException {
        Path archive = root.archive(folder.resolve(name + ".tar"));
        try (InputStream in = Files.newInputStream(archive)) {
            return publisher
                    .importImage(name, in, new ImportOptions(Platform.host(), "", List.of(changes)))
                    .toString();
        }
    }

    private static void awaitLog(Container container, String text) throws IOException, InterruptedException {
        while (!container.logs().contains(text) && container.state().isRunning()) {
            Thread.sleep(10);
        }
    }

    @Test
    void web_ping_is_built_and_pings_whom_it_is_told_to() throws Exception {
        MachineRoot root = MachineRoot.withShell(folder.resolve("root")).withNode();
        publish(imported(root, "node", "ENV PATH=/usr/bin:/bin"), "library/node:22-alpine");

        engine.build(WEB_PING).tag("web-ping").run();
        Container container = engine.container("web-ping")
                .name("web-ping")
                .env("TARGET", "google.com")
                .start();
        awaitLog(container, "Pinging: ");
        container.stop("KILL", Duration.ZERO);

        assertThat(container.logs()).startsWith("Pinging: google.com; method: HEAD\n");
        assertThat(engine.image("web-ping").history().get(0).entry().createdBy())
                .isEqualTo("CMD [\"node\" \"app.js\"]");
    }

    @Test
    void what_is_typed_into_a_container_is_in_the_image_that_is_made_of_it() throws Exception {
        MachineRoot root = MachineRoot.withShell(folder.resolve("root"));
        publisher.tag(imported(root, "base", "ENV PATH=/bin", "CMD [\"sh\"]"), "diamol/base");
        publish("diamol/base", "diamol/base");
        Path context = Files.createDirectory(folder.resolve("context"));
        Files.writeString(context.resolve("Dockerfile"), "FROM diamol/base\nWORKDIR /diamol\nCOPY ch03.txt .\n");
        Files.writeString(context.resolve("ch03.txt"), "Lab solution, by: ");
        publisher.build(context).tag("diamol/ch03-lab").run();
        publish("diamol/ch03-lab", "diamol/ch03-lab");

        Container lab = engine.container("diamol/ch03-lab")
                .name("ch03lab")
                .terminal()
                .interactive()
                .start();
        lab.stdin().write("echo Elton >> ch03.txt; exit\n".getBytes(StandardCharsets.UTF_8));
        lab.stdin().flush();
        assertThat(lab.waitFor()).isZero();
        engine.findContainer("ch03lab").commit().tag("ch03-lab-soln").run();
        Container solution =
                engine.container("ch03-lab-soln").command("cat", "ch03.txt").start();

        assertThat(solution.waitFor()).isZero();
        assertThat(solution.logs()).isEqualTo("Lab solution, by: Elton\n");
    }
}
