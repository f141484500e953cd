package dev.varve.store;

import dev.varve.image.Annotation;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageIndex;
import dev.varve.image.ImageReference;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads entries of {@code index.json}, our own and those that skopeo, buildah and others write there. */
final class EntryReader {
    private final Blobs blobs;
    private final ImageReading reading;

    EntryReader(Blobs blobs) {
        this.blobs = blobs;
        this.reading = new ImageReading(blobs);
    }

    ImageEntry read(Descriptor descriptor) {
        Map<String, String> annotations = descriptor.annotations();
        Optional<Digest> index = parsed(annotations.get(Annotations.INDEX), Digest::parse);
        Descriptor manifest = descriptor.withAnnotations(Map.of());
        if (MediaType.isIndex(descriptor.mediaType())) {
            Optional<Descriptor> chosen = choose(descriptor.digest());
            if (chosen.isPresent()) {
                index = Optional.of(descriptor.digest());
                manifest = chosen.get();
            }
        }
        Digest digest = manifest.digest();
        return new ImageEntry(
                manifest,
                parsed(annotations.get(Annotations.ID), Digest::parse).or(() -> id(digest)),
                parsed(annotations.get(Annotation.IMAGE_NAME), ImageReference::parse)
                        .or(() -> parsed(annotations.get(Annotation.REF_NAME), ImageReference::parse))
                        .map(ImageEntry::key),
                index,
                parsed(annotations.get(Annotations.REPOSITORY_DIGEST), Digest::parse));
    }

    /** Others annotate as they like; what does not read as ours is not ours. */
    private static <T> Optional<T> parsed(@Nullable String text, Function<String, T> parser) {
        try {
            return text == null ? Optional.empty() : Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The image for this machine's platform, or else the first that is there. */
    private Optional<Descriptor> choose(Digest index) {
        try {
            ImageIndex images = reading.index(index);
            return images.find(Platform.host())
                    .filter(manifest -> blobs.contains(manifest.digest()))
                    .or(() -> images.manifests().stream()
                            .filter(manifest -> blobs.contains(manifest.digest()))
                            .findFirst());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Digest> id(Digest manifest) {
        try {
            return Optional.of(reading.manifest(manifest).config().digest());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
