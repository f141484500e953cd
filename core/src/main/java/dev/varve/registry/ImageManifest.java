package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.json.JsonException;
import java.util.Set;

/** What a manifest from outside must be to be an image's. */
final class ImageManifest {
    private static final int MOST_OF_A_CONFIG = 8 * 1024 * 1024;
    private static final Set<String> CONFIGS = Set.of(MediaType.OCI_CONFIG, MediaType.DOCKER_CONFIG);

    private ImageManifest() {}

    static boolean isImage(Manifest manifest) {
        return CONFIGS.contains(manifest.config().mediaType());
    }

    /** @throws RegistryException where it is something else, or has what cannot be fetched */
    static Manifest parse(byte[] bytes) throws RegistryException {
        Manifest manifest;
        try {
            manifest = Manifest.parse(bytes);
        } catch (JsonException e) {
            throw new RegistryException("its manifest is none: " + Plain.text(String.valueOf(e.getMessage())), e);
        }
        if (!isImage(manifest)) {
            throw new RegistryException("it is no image, but an artifact of the type "
                    + Plain.text(manifest.config().mediaType()));
        }
        if (manifest.config().size() > MOST_OF_A_CONFIG) {
            throw new RegistryException("its configuration has "
                    + manifest.config().size() + " bytes, more than the " + MOST_OF_A_CONFIG + " it may have");
        }
        for (Descriptor layer : manifest.layers()) {
            String type = layer.mediaType();
            if (type.contains("foreign") || type.contains("nondistributable")) {
                throw new RegistryException("its layer " + layer.digest() + " may not be distributed by registries ("
                        + Plain.text(type) + ") and is not fetched");
            }
        }
        return manifest;
    }
}
