package dev.varve.store;

import dev.varve.image.Annotation;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code index.json}: an image and one of its names. An image without a name has an entry without one.
 *
 * @param manifest of the image for one platform
 * @param id of the image; empty where another program wrote the entry and what it names is damaged or no image
 * @param index what the manifest was chosen from
 * @param repositoryDigest how the repository of the name knows the image, if it came from there or went there
 */
record ImageEntry(
        Descriptor manifest,
        Optional<Digest> id,
        Optional<ImageReference> name,
        Optional<Digest> index,
        Optional<Digest> repositoryDigest) {

    /** The name under which a reference's image is kept: with its digest or its tag, not both. */
    static ImageReference key(ImageReference name) {
        return name.digest().isPresent() && name.tag().isPresent()
                ? new ImageReference(name.domain(), name.path(), Optional.empty(), name.digest())
                : name;
    }

    ImageEntry withoutName() {
        return new ImageEntry(manifest, id, Optional.empty(), index, Optional.empty());
    }

    ImageEntry withRepositoryDigest(Digest digest) {
        return new ImageEntry(manifest, id, name, index, Optional.of(digest));
    }

    boolean isOf(Digest image) {
        return id.isPresent() && id.get().equals(image);
    }

    /** Whether a reference leads here, by its name or by a digest within the same repository. */
    boolean isNamed(ImageReference wanted) {
        if (name.isEmpty()) {
            return false;
        }
        ImageReference own = name.get();
        return own.equals(key(wanted))
                || (wanted.digest().isPresent()
                        && own.domain().equals(wanted.domain())
                        && own.path().equals(wanted.path())
                        && isKnownBy(wanted.digest().get()));
    }

    private boolean isKnownBy(Digest digest) {
        return manifest.digest().equals(digest)
                || Optional.of(digest).equals(repositoryDigest)
                || Optional.of(digest).equals(index);
    }

    /** The name with the digest by which the repository knows the image. */
    Optional<ImageReference> repositoryName() {
        return name.isPresent() && repositoryDigest.isPresent()
                ? Optional.of(
                        new ImageReference(name.get().domain(), name.get().path(), Optional.empty(), repositoryDigest))
                : Optional.empty();
    }

    Descriptor toDescriptor() {
        Map<String, String> annotations = new LinkedHashMap<>();
        name.ifPresent(reference -> {
            annotations.put(Annotation.REF_NAME, reference.familiar());
            annotations.put(Annotation.IMAGE_NAME, reference.toString());
        });
        id.ifPresent(digest -> annotations.put(Annotations.ID, digest.toString()));
        index.ifPresent(digest -> annotations.put(Annotations.INDEX, digest.toString()));
        repositoryDigest.ifPresent(digest -> annotations.put(Annotations.REPOSITORY_DIGEST, digest.toString()));
        return manifest.withAnnotations(annotations);
    }

    // A record's own are put together when first used, which takes longer than most commands' work.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageEntry entry
                && manifest.equals(entry.manifest)
                && id.equals(entry.id)
                && name.equals(entry.name)
                && index.equals(entry.index)
                && repositoryDigest.equals(entry.repositoryDigest);
    }

    @Override
    public int hashCode() {
        return manifest.hashCode();
    }
}
