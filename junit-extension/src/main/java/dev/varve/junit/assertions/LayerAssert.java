package dev.varve.junit.assertions;

import dev.varve.junit.Image;
import dev.varve.junit.ImageLayer;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.Sizes;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.api.AbstractPathAssert;
import org.assertj.core.api.Assertions;

/** Assertions about one layer of an image. */
public class LayerAssert extends VarveAssert<LayerAssert, ImageLayer> {
    private static final int LARGEST = 5;

    private final Image image;

    LayerAssert(Image image, ImageLayer layer) {
        super(layer, LayerAssert.class);
        this.image = image;
    }

    @Override
    String subject() {
        return "layer '" + InstructionText.plain(actual.instruction()) + "' of " + image;
    }

    /** Its uncompressed archive is smaller than this. */
    public LayerAssert isSmallerThan(long bytes) {
        return require(
                actual.size() < bytes,
                () -> new Mismatch(
                        "less than " + Sizes.of(bytes),
                        Sizes.of(actual.size()) + "; its largest files are\n" + Mismatch.lines(largest()),
                        "leave out what the image does not need, in the instruction that makes the layer"));
    }

    private List<String> largest() {
        return actual.entries().stream()
                .filter(entry -> entry.kind() == LayerEntry.Kind.FILE)
                .sorted(Comparator.comparingLong(LayerEntry::size).reversed())
                .limit(LARGEST)
                .map(entry -> Sizes.of(entry.size()) + "  /" + entry.path())
                .toList();
    }

    /** Has this path itself: adds it, or replaces what is below. */
    public LayerAssert adds(String path) {
        return require(
                Files.exists(actual.path(path), LinkOption.NOFOLLOW_LINKS),
                () -> Mismatch.of(path + " in the layer", "only\n" + Mismatch.lines(paths())));
    }

    /** Has not this path. */
    public LayerAssert doesNotAdd(String path) {
        return require(
                Files.notExists(actual.path(path), LinkOption.NOFOLLOW_LINKS),
                () -> new Mismatch(
                        "no " + path + " in the layer",
                        path + " is in it",
                        "remove it in the same instruction, or keep it out with .dockerignore"));
    }

    /** Removes this path from the layers below. */
    public LayerAssert removes(String path) {
        return require(
                actual.removed().contains(path),
                () -> Mismatch.of(path + " removed", "removed are\n" + Mismatch.lines(actual.removed())));
    }

    /** Another image has this very layer, so that both are stored and pulled once. */
    public LayerAssert isSharedWith(Image other) {
        return require(
                other.config().diffIds().contains(actual.diffId()),
                () -> Mismatch.of("the layer in " + other + " too", "it has others"));
    }

    /** Goes on with one of its own files, by AssertJ's own assertions. */
    public AbstractPathAssert<?> path(String path) {
        return Assertions.assertThat(actual.path(path)).as(descriptionText());
    }

    private List<String> paths() {
        return actual.entries().stream()
                .filter(entry -> entry.kind() != LayerEntry.Kind.WHITEOUT && entry.kind() != LayerEntry.Kind.OPAQUE)
                .map(entry -> "/" + entry.path())
                .toList();
    }
}
