package dev.varve.store;

/** What the entries of the layout's {@code index.json} are annotated with. */
final class Annotations {
    /** The name by which skopeo and buildah find an image in a layout (OCI image specification, {@code annotations.md}). */
    static final String REF_NAME = "org.opencontainers.image.ref.name";

    /** The complete name, as containerd and Docker write it. */
    static final String IMAGE_NAME = "io.containerd.image.name";

    /** The image's id, so that it is known without reading the manifest. */
    static final String ID = "dev.varve.image.id";

    /** The digest of the index that the image was chosen from. */
    static final String INDEX = "dev.varve.index";

    /** The digest by which the image's repository knows it. */
    static final String REPOSITORY_DIGEST = "dev.varve.repository.digest";

    private Annotations() {}
}
