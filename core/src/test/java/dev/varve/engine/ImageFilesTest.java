package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {
    @Test
    void the_files_of_an_image_are_read_out_of_its_layers(@TempDir Path folder) throws Exception {
        Path context = Files.createDirectory(folder.resolve("context"));
        Files.writeString(context.resolve("a.txt"), "hello");
        Files.writeString(context.resolve("Dockerfile"), """
                FROM scratch
                COPY a.txt /etc/
                COPY --chmod=600 a.txt /etc/b.txt
                """);
        try (Engine engine = Engine.open(folder.resolve("store"))) {
            engine.build(context).tag("built").run();

            try (ImageFiles files = engine.image("built").files()) {
                RootFileSystem root = files.root();
                Node file = root.resolve("/etc/a.txt").orElseThrow();
                try (InputStream content = root.open(file)) {
                    assertThat(content).hasContent("hello");
                }
                assertThat(root.children("etc"))
                        .extracting(node -> node.path() + " "
                                + Integer.toOctalString(node.entry().mode()))
                        .containsExactly("etc/a.txt 644", "etc/b.txt 600");
            }
        }
    }
}
