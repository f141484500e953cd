package dev.varve.store;

import dev.varve.image.Digest;
import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a container is.
 *
 * @param id 64 hexadecimal digits
 * @param name unique among the containers
 * @param manifest of its image; kept while the container is. Empty for a container of no image
 * @param layers the diff IDs of its image's layers, the lowest first; they and their snapshots are kept while the container is
 */
public record ContainerIdentity(
        String id, String name, Instant created, Optional<Digest> manifest, List<Digest> layers) {
    public ContainerIdentity {
        layers = List.copyOf(layers);
    }

    ContainerIdentity withName(String changed) {
        return new ContainerIdentity(id, changed, created, manifest, layers);
    }

    static ContainerIdentity read(JsonObject json) throws JsonException {
        try {
            List<Digest> layers = new ArrayList<>();
            for (String layer : json.texts("layers")) {
                layers.add(Digest.parse(layer));
            }
            return new ContainerIdentity(
                    json.text("id"),
                    json.text("name"),
                    json.time("created"),
                    json.optionalText("manifest").map(Digest::parse),
                    layers);
        } catch (IllegalArgumentException e) {
            throw new JsonException(String.valueOf(e.getMessage()));
        }
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("id", id)
                .with("name", name)
                .with("created", created.toString())
                .with("manifest", manifest.map(Digest::toString))
                .with("layers", layers.stream().map(Digest::toString).toList());
    }
}
