package dev.varve.image;

/** The annotations by which images in a layout have their names. */
public final class Annotation {
    /** By this name skopeo and buildah find an image; it may be a tag alone (OCI image specification, {@code annotations.md}). */
    public static final String REF_NAME = "org.opencontainers.image.ref.name";

    /** The complete name, as containerd and Docker write it. */
    public static final String IMAGE_NAME = "io.containerd.image.name";

    private Annotation() {}
}
