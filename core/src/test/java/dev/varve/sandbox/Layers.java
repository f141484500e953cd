package dev.varve.sandbox;

import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Layers as tests write and read them. */
final class Layers {
    private Layers() {}

    /** Writes a layer; a file's content is its own name. */
    static Layer write(Path file, LayerEntry... entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                LayerWriter writer = LayerWriter.keepingFractions(out)) {
            for (LayerEntry entry : entries) {
                if (entry.kind() == LayerEntry.Kind.FILE) {
                    writer.add(entry, new ByteArrayInputStream(entry.name().getBytes(StandardCharsets.UTF_8)));
                } else {
                    writer.add(entry);
                }
            }
        }
        return Layer.open(file);
    }

    /** Such as {@code file e/x 644 0:0}. */
    static List<String> list(Path file) throws IOException {
        try (Layer layer = Layer.open(file)) {
            return layer.entries().stream().map(Layers::line).toList();
        }
    }

    private static String line(LayerEntry entry) {
        return switch (entry.kind()) {
            case WHITEOUT, OPAQUE -> kind(entry) + " " + entry.path();
            case SYMLINK, HARD_LINK -> kind(entry) + " " + entry.path() + " -> " + entry.linkTarget();
            default ->
                kind(entry) + " " + entry.path() + " " + Integer.toOctalString(entry.mode()) + " " + entry.uid() + ":"
                        + entry.gid();
        };
    }

    private static String kind(LayerEntry entry) {
        return entry.kind().name().toLowerCase(Locale.ROOT);
    }
}
