package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.engine.container.ContainerView;
import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of images and containers, for who looks into them. */
class OpenFilesTest {
    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        engine = Engine.open(folder.resolve("store"));
        BusyboxImage.in(engine, folder.resolve("busybox"), "busybox");
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    @Test
    void an_image_has_the_archives_of_its_layers() throws Exception {
        List<String> paths = new ArrayList<>();
        for (Path archive : engine.image("busybox").layerFiles()) {
            try (Layer layer = Layer.open(archive)) {
                layer.entries().stream().map(LayerEntry::path).forEach(paths::add);
            }
        }

        assertThat(paths).contains("bin/busybox", "etc/passwd");
    }

    @Test
    void a_container_has_the_files_of_its_image_and_its_own() throws Exception {
        Container container = engine.container("busybox")
                .command("sh", "-c", "echo own > /own")
                .start();
        container.waitFor();

        try (ContainerView view = container.view()) {
            assertThat(view.root().find("own")).isPresent();
            assertThat(view.root().find("etc/passwd")).isPresent();
        }
    }
}
