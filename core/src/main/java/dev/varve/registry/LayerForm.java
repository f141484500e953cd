package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.MediaType;
import dev.varve.layer.LayerCompression;
import java.util.Map;

/** The media types of layers by their compression, in the words of OCI and of Docker. */
final class LayerForm {
    private static final Map<LayerCompression, String> OCI = Map.of(
            LayerCompression.NONE, MediaType.OCI_LAYER,
            LayerCompression.GZIP, MediaType.OCI_LAYER_GZIP,
            LayerCompression.ZSTD, MediaType.OCI_LAYER_ZSTD);
    private static final Map<LayerCompression, String> DOCKER = Map.of(
            LayerCompression.NONE, MediaType.DOCKER_LAYER,
            LayerCompression.GZIP, MediaType.DOCKER_LAYER_GZIP,
            LayerCompression.ZSTD, MediaType.DOCKER_LAYER_ZSTD);

    private LayerForm() {}

    /** Whether it is a plain archive, which is compressed before it is sent. */
    static boolean isPlain(Descriptor layer) {
        return layer.mediaType().equals(MediaType.OCI_LAYER)
                || layer.mediaType().equals(MediaType.DOCKER_LAYER);
    }

    static LayerCompression compression(Descriptor layer) {
        if (layer.mediaType().endsWith("gzip")) {
            return LayerCompression.GZIP;
        }
        return layer.mediaType().endsWith("zstd") ? LayerCompression.ZSTD : LayerCompression.NONE;
    }

    /** The media type, in the words of the manifest that the layer is in. */
    static String mediaType(LayerCompression compression, String manifestType) {
        Map<LayerCompression, String> words = manifestType.equals(MediaType.DOCKER_MANIFEST) ? DOCKER : OCI;
        String type = words.get(compression);
        if (type == null) {
            throw new IllegalArgumentException("no media type for " + compression);
        }
        return type;
    }
}
