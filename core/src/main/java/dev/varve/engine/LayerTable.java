package dev.varve.engine;

import dev.varve.image.CreatedBy;
import dev.varve.image.Digest;
import dev.varve.layer.Layer;
import dev.varve.layer.waste.DiveScore;
import dev.varve.layer.waste.ImageLayers;
import dev.varve.layer.waste.WastedBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An image by the layer. */
final class LayerTable {
    private final Image image;

    LayerTable(Image image) {
        this.image = image;
    }

    ImageLayers of(String name, Optional<Image> base) throws IOException {
        Optional<Image> below = base.filter(this::liesBelow);
        int shared = below.map(found -> found.config().diffIds().size()).orElse(0);
        try (ImageFiles files = image.files()) {
            List<Layer> layers = files.layers();
            return new ImageLayers(
                    name,
                    image.id(),
                    below.map(LayerTable::name),
                    rows(shared),
                    WastedBytes.of(layers),
                    DiveScore.of(layers));
        }
    }

    private boolean liesBelow(Image base) {
        List<Digest> lower = base.config().diffIds();
        List<Digest> all = image.config().diffIds();
        return lower.size() <= all.size() && all.subList(0, lower.size()).equals(lower);
    }

    private static String name(Image image) {
        return image.names().isEmpty()
                ? image.id().shortened()
                : image.names().get(0).familiar();
    }

    private List<ImageLayers.Row> rows(int shared) throws IOException {
        List<ImageHistory> makers = new ArrayList<>();
        for (ImageHistory entry : image.history()) {
            if (entry.layer().isPresent()) {
                makers.add(0, entry);
            }
        }
        List<ImageLayers.Row> rows = new ArrayList<>();
        List<Digest> diffIds = image.config().diffIds();
        for (int i = 0; i < diffIds.size(); i++) {
            String instruction =
                    i < makers.size() ? CreatedBy.plain(makers.get(i).entry().createdBy()) : "";
            rows.add(new ImageLayers.Row(diffIds.get(i), instruction, image.layerBytes(diffIds.get(i)), i < shared));
        }
        return rows;
    }
}
