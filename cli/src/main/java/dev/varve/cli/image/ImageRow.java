package dev.varve.cli.image;

import dev.varve.cli.format.HumanSize;
import dev.varve.cli.format.HumanTime;
import dev.varve.engine.Image;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An image in a list, once for each of its names.
 *
 * @param name empty where it has none
 */
record ImageRow(Image image, Optional<ImageReference> name) {
    private static final String NONE = "<none>";

    static List<ImageRow> of(Image image, ImageFilter filter) {
        return image.names().isEmpty()
                ? List.of(new ImageRow(image, Optional.empty()))
                : image.names().stream()
                        .filter(filter::accepts)
                        .map(name -> new ImageRow(image, Optional.of(name)))
                        .toList();
    }

    JsonObject fields(boolean untruncated, Instant now) throws IOException {
        Optional<Instant> created = image.config().created();
        long size = image.size();
        return JsonObject.EMPTY
                .with("Repository", name.map(ImageReference::familiarRepository).orElse(NONE))
                .with("Tag", name.flatMap(ImageReference::tag).orElse(NONE))
                .with("Digest", digest().map(Digest::toString).orElse(NONE))
                .with("ID", untruncated ? image.id().toString() : image.id().shortened())
                .with("CreatedSince", HumanTime.ago(created, now))
                .with("CreatedAt", HumanTime.absolute(created))
                .with("Size", HumanSize.of(size))
                .with("VirtualSize", HumanSize.precise(size))
                .with("Labels", labels());
    }

    private String labels() {
        Map<String, String> labels = image.config().config().labels();
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
    }

    /** By which the repository of the name knows the image. */
    private Optional<Digest> digest() {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String repository = name.get().familiarRepository();
        return name.get()
                .digest()
                .or(() -> image.repositoryDigests().stream()
                        .filter(known -> known.familiarRepository().equals(repository))
                        .findFirst()
                        .flatMap(ImageReference::digest));
    }
}
