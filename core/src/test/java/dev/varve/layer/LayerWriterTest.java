package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerWriterTest {
    @TempDir
    Path folder;

    @Test
    void what_is_written_is_read_again() throws IOException {
        Path tar = folder.resolve("layer.tar");
        LayerEntry file = LayerEntry.file("a/f", 04755, 5)
                .withOwner(3_000_000, 7)
                .withAttributes(Map.of("security.capability", new byte[] {1, 0, (byte) 0xFF, '\n', '='}));
        LayerEntry link = LayerEntry.hardLink("a/g", "a/f")
                .withMode(file.mode())
                .withOwner(file.uid(), file.gid())
                .withAttributes(file.attributes());
        try (OutputStream out = Files.newOutputStream(tar);
                LayerWriter writer = new LayerWriter(out)) {
            writer.add(LayerEntry.directory("a", 0750));
            writer.add(file, new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
            writer.add(link);
            writer.add(LayerEntry.symlink("a/\uDCFF", "../x"));
            writer.whiteout("a/gone");
            writer.opaque("b");
        }
        try (Layer layer = Layer.open(tar)) {
            assertThat(layer.entries())
                    .containsExactly(
                            LayerEntry.directory("a", 0750),
                            file,
                            link,
                            LayerEntry.symlink("a/\uDCFF", "../x"),
                            LayerEntry.whiteout("a/gone"),
                            LayerEntry.opaque("b"));
            assertThat(layer.open(file)).hasContent("hello");
            assertThat(layer.open(link)).hasContent("hello");
        }
    }
}
