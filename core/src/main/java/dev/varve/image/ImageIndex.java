package dev.varve.image;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Images for several platforms, or the images of a layout (OCI image specification, {@code image-index.md}).
 *
 * @param mediaType {@link MediaType#OCI_INDEX} or {@link MediaType#DOCKER_INDEX}
 */
public record ImageIndex(String mediaType, List<Descriptor> manifests, Map<String, String> annotations) {
    public ImageIndex {
        manifests = List.copyOf(manifests);
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }

    public static ImageIndex of(List<Descriptor> manifests) {
        return new ImageIndex(MediaType.OCI_INDEX, manifests, Map.of());
    }

    /** @throws JsonException where it is no index */
    public static ImageIndex parse(byte[] json) throws JsonException {
        JsonObject document = JsonObject.parse(json);
        List<Descriptor> manifests = new ArrayList<>();
        for (JsonObject manifest : document.objects("manifests")) {
            manifests.add(Descriptor.read(manifest));
        }
        return new ImageIndex(
                document.optionalText("mediaType").orElse(MediaType.OCI_INDEX),
                manifests,
                document.textMap("annotations"));
    }

    /**
     * The image for this platform: the same variant first, then one without or with a lower variant, as containerd
     * chooses; attestations ({@code unknown/unknown}) are none. An index with a single image of no platform is taken to
     * fit.
     */
    public Optional<Descriptor> find(Platform wanted) {
        Descriptor best = null;
        for (Descriptor manifest : manifests) {
            Optional<Platform> platform = manifest.platform();
            if (platform.isPresent() && platform.get().runsOn(wanted)) {
                boolean exact = platform.get().equals(wanted);
                if (best == null || exact) {
                    best = manifest;
                }
                if (exact) {
                    break;
                }
            }
        }
        if (best == null && manifests.size() == 1 && manifests.get(0).platform().isEmpty()) {
            best = manifests.get(0);
        }
        return Optional.ofNullable(best);
    }

    public byte[] toBytes() {
        return JsonObject.EMPTY
                .with("schemaVersion", 2)
                .with("mediaType", mediaType)
                .with("manifests", manifests.stream().map(Descriptor::toJson).toList())
                .withUnlessEmpty("annotations", JsonObject.of(annotations))
                .toBytes();
    }
}
