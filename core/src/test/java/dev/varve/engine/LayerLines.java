package dev.varve.engine;

import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A layer for a reader: each entry as {@code type mode owner path}. */
final class LayerLines {
    private LayerLines() {}

    /** @param fromTop 0 for the uppermost layer */
    static List<String> of(Path store, Image image, int fromTop) throws IOException {
        List<ImageHistory> layers = image.history().stream()
                .filter(entry -> entry.layer().isPresent())
                .collect(Collectors.toList());
        String hex = layers.get(fromTop).layer().orElseThrow().hex();
        try (Layer layer = Layer.open(store.resolve("blobs/sha256").resolve(hex))) {
            return layer.entries().stream().map(LayerLines::line).toList();
        }
    }

    private static String line(LayerEntry entry) {
        String link = entry.linkTarget().isEmpty() ? "" : " -> " + entry.linkTarget();
        return "%s %o %d:%d %s%s"
                .formatted(
                        entry.kind().name().toLowerCase(Locale.ROOT),
                        entry.mode(),
                        entry.uid(),
                        entry.gid(),
                        entry.path(),
                        link);
    }
}
