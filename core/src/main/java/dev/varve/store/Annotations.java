package dev.varve.store;

/** What the entries of our {@code index.json} say beyond the images' names. */
final class Annotations {
    /** The image's id, so that it is known without reading the manifest. */
    static final String ID = "dev.varve.image.id";

    /** The digest of the index that the image was chosen from. */
    static final String INDEX = "dev.varve.index";

    /** The digest by which the image's repository knows it. */
    static final String REPOSITORY_DIGEST = "dev.varve.repository.digest";

    private Annotations() {}
}
