package dev.varve.image;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One image: its configuration and its layers, the lowest first (OCI image specification, {@code manifest.md}).
 *
 * @param mediaType {@link MediaType#OCI_MANIFEST} or {@link MediaType#DOCKER_MANIFEST}
 */
public record Manifest(String mediaType, Descriptor config, List<Descriptor> layers, Map<String, String> annotations) {
    public Manifest {
        layers = List.copyOf(layers);
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }

    /** An OCI image. */
    public static Manifest of(Descriptor config, List<Descriptor> layers) {
        return new Manifest(MediaType.OCI_MANIFEST, config, layers, Map.of());
    }

    /** @throws JsonException where it is no manifest */
    public static Manifest parse(byte[] json) throws JsonException {
        JsonObject document = JsonObject.parse(json);
        if (document.number("schemaVersion") != 2) {
            throw new JsonException("a manifest of schema version 1 is not read; push the image anew");
        }
        List<Descriptor> layers = new ArrayList<>();
        for (JsonObject layer : document.objects("layers")) {
            layers.add(Descriptor.read(layer));
        }
        return new Manifest(
                document.optionalText("mediaType").orElse(MediaType.OCI_MANIFEST),
                Descriptor.read(document.object("config")),
                layers,
                document.textMap("annotations"));
    }

    public byte[] toBytes() {
        return JsonObject.EMPTY
                .with("schemaVersion", 2)
                .with("mediaType", mediaType)
                .with("config", config.toJson())
                .with("layers", layers.stream().map(Descriptor::toJson).toList())
                .withUnlessEmpty("annotations", JsonObject.of(annotations))
                .toBytes();
    }
}
