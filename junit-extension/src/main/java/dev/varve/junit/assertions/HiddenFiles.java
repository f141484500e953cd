package dev.varve.junit.assertions;

import dev.varve.junit.Image;
import dev.varve.junit.ImageLayer;
import dev.varve.layer.Sizes;
import dev.varve.layer.waste.WastedFile;
import java.util.List;

/** The files that are in an image's layers and not in its file system, since a layer above replaces or removes them. */
final class HiddenFiles {
    private final List<ImageLayer> layers;
    private final List<WastedFile> files;

    private HiddenFiles(List<ImageLayer> layers, List<WastedFile> files) {
        this.layers = layers;
        this.files = files;
    }

    static HiddenFiles of(Image image) {
        return new HiddenFiles(
                image.layers(),
                image.wasted().files().stream().filter(WastedFile::isHidden).toList());
    }

    long bytes() {
        return files.stream().mapToLong(WastedFile::bytes).sum();
    }

    Mismatch mismatch(long limit) {
        return new Mismatch(
                "less than " + Sizes.of(limit) + " wasted",
                Sizes.of(bytes()) + " wasted\n"
                        + Mismatch.lines(files.stream().map(this::line).toList()),
                "remove a file in the instruction that makes it, or copy only what is needed from an earlier stage");
    }

    private String line(WastedFile file) {
        String how = switch (file.cause()) {
            case OVERWRITTEN -> "replaced";
            case DELETED -> "removed";
            case DUPLICATED -> "written once more";
        };
        return Sizes.of(file.bytes()) + "  /" + file.path() + ", added by " + instruction(file.layer()) + ", " + how
                + " by " + instruction(file.by());
    }

    private String instruction(int layer) {
        return InstructionText.plain(layers.get(layer).instruction());
    }
}
