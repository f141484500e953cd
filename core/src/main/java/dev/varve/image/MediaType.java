package dev.varve.image;

import java.util.Set;

/** The media types of images (OCI image specification, {@code media-types.md}; Docker's image manifest version 2, schema 2). */
public final class MediaType {
    public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    public static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
    public static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar";
    public static final String OCI_LAYER_GZIP = OCI_LAYER + "+gzip";
    public static final String OCI_LAYER_ZSTD = OCI_LAYER + "+zstd";
    public static final String DOCKER_INDEX = "application/vnd.docker.distribution.manifest.list.v2+json";
    public static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    public static final String DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";
    public static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar";
    public static final String DOCKER_LAYER_GZIP = DOCKER_LAYER + ".gzip";
    public static final String DOCKER_LAYER_ZSTD = DOCKER_LAYER + ".zstd";

    private static final Set<String> INDEXES = Set.of(OCI_INDEX, DOCKER_INDEX);
    private static final Set<String> MANIFESTS = Set.of(OCI_MANIFEST, DOCKER_MANIFEST);

    private MediaType() {}

    /** The same kind of layer under the name that an OCI image has for it. */
    public static String inOci(String layer) {
        return switch (layer) {
            case DOCKER_LAYER -> OCI_LAYER;
            case DOCKER_LAYER_GZIP -> OCI_LAYER_GZIP;
            case DOCKER_LAYER_ZSTD -> OCI_LAYER_ZSTD;
            default -> layer;
        };
    }

    /** Whether it is one image a platform. */
    public static boolean isIndex(String mediaType) {
        return INDEXES.contains(mediaType);
    }

    /** Whether it is the manifest of one image. */
    public static boolean isManifest(String mediaType) {
        return MANIFESTS.contains(mediaType);
    }
}
