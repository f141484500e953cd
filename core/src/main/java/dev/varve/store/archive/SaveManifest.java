package dev.varve.store.archive;

import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import dev.varve.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code manifest.json} of {@code docker save} (Docker's image specification v1.2, "Combined Image JSON + Filesystem
 * Changeset Format"): for each image the file with its configuration, the files with its layers, and its names.
 */
record SaveManifest(List<Row> rows) {
    static final String FILE = "manifest.json";

    /**
     * One image.
     *
     * @param layers the lowest first
     */
    record Row(String config, List<String> layers, List<ImageReference> names) {
        Row {
            layers = List.copyOf(layers);
            names = List.copyOf(names);
        }
    }

    SaveManifest {
        rows = List.copyOf(rows);
    }

    static SaveManifest read(ArchiveDocuments documents, String archive) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (JsonObject image : documents.read(FILE, JsonObject::parseList)) {
            try {
                List<ImageReference> names = new ArrayList<>();
                for (String name : image.texts("RepoTags")) {
                    names.add(ImageReference.parse(name));
                }
                rows.add(new Row(image.text("Config"), image.texts("Layers"), names));
            } catch (JsonException | IllegalArgumentException e) {
                throw new StoreException(archive + " is damaged: " + FILE + ": " + e.getMessage(), e);
            }
        }
        return new SaveManifest(rows);
    }

    /** The names of the image of this id, whose configuration is in a file that is named by it. */
    List<ImageReference> names(Digest id) {
        return rows.stream()
                .filter(row -> row.config.endsWith(id.hex()) || row.config.endsWith(id.hex() + ".json"))
                .flatMap(row -> row.names.stream())
                .toList();
    }

    byte[] toBytes() {
        return JsonObject.toBytes(rows.stream()
                .map(row -> JsonObject.EMPTY
                        .with("Config", row.config)
                        .with(
                                "RepoTags",
                                row.names.stream().map(ImageReference::familiar).toList())
                        .with("Layers", row.layers))
                .toList());
    }
}
