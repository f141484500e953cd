package dev.varve.layer.waste;

import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerWriter;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers, the lowest first, each an array of lines: {@code a=text} is a file, {@code d/} a folder, {@code b->a} another name of
 * {@code a}, {@code -a} removes it, {@code -d/*} all in a folder.
 */
final class WrittenLayers implements Closeable {
    private final List<Layer> layers = new ArrayList<>();

    static WrittenLayers in(Path folder, String[]... layers) throws IOException {
        WrittenLayers written = new WrittenLayers();
        for (String[] lines : layers) {
            Path tar = Files.createTempFile(folder, "layer", ".tar");
            try (LayerWriter writer = new LayerWriter(Files.newOutputStream(tar))) {
                for (String line : lines) {
                    add(line, writer);
                }
            }
            written.layers.add(Layer.open(tar));
        }
        return written;
    }

    static String[] layer(String... lines) {
        return lines;
    }

    private static void add(String line, LayerWriter writer) throws IOException {
        int content = line.indexOf('=');
        int link = line.indexOf("->");
        if (line.startsWith("-") && line.endsWith("/*")) {
            writer.opaque(line.substring(1, line.length() - 2));
        } else if (line.startsWith("-")) {
            writer.whiteout(line.substring(1));
        } else if (line.endsWith("/")) {
            writer.add(LayerEntry.directory(line.substring(0, line.length() - 1), 0755));
        } else if (link > 0) {
            writer.add(LayerEntry.hardLink(line.substring(0, link), line.substring(link + 2)));
        } else {
            byte[] bytes = line.substring(content + 1).getBytes(StandardCharsets.UTF_8);
            writer.add(
                    LayerEntry.file(line.substring(0, content), 0644, bytes.length), new ByteArrayInputStream(bytes));
        }
    }

    List<Layer> layers() {
        return layers;
    }

    @Override
    public void close() throws IOException {
        for (Layer layer : layers) {
            layer.close();
        }
    }
}
