package dev.varve.junit.assertions;

import dev.varve.junit.Image;
import dev.varve.junit.ImageLayer;
import dev.varve.layer.LayerEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bytes of files that are in an image's layers and not in its file system, since a layer above replaces or removes them. */
final class WastedBytes {
    private record Waste(String path, long bytes, String how) {}

    private record Origin(long size, ImageLayer layer) {}

    private final List<Waste> wasted = new ArrayList<>();
    private final TreeMap<String, Origin> visible = new TreeMap<>();

    private WastedBytes() {}

    static WastedBytes of(Image image) {
        WastedBytes bytes = new WastedBytes();
        for (ImageLayer layer : image.layers()) {
            for (LayerEntry entry : layer.entries()) {
                bytes.lay(entry, layer);
            }
        }
        return bytes;
    }

    private void lay(LayerEntry entry, ImageLayer layer) {
        switch (entry.kind()) {
            case WHITEOUT -> {
                hide(entry.path(), layer, "removed");
                hideBelow(entry.path(), layer);
            }
            case OPAQUE -> hideBelow(entry.path(), layer);
            case DIRECTORY -> hide(entry.path(), layer, "replaced");
            default -> {
                hide(entry.path(), layer, "replaced");
                hideBelow(entry.path(), layer);
                visible.put(entry.path(), new Origin(entry.size(), layer));
            }
        }
    }

    private void hide(String path, ImageLayer by, String how) {
        Origin origin = visible.remove(path);
        if (origin != null && origin.size() > 0 && origin.layer().index() != by.index()) {
            wasted.add(new Waste(
                    path,
                    origin.size(),
                    "added by " + InstructionText.plain(origin.layer().instruction()) + ", " + how + " by "
                            + InstructionText.plain(by.instruction())));
        }
    }

    private void hideBelow(String folder, ImageLayer by) {
        List<String> below = new ArrayList<>();
        for (Map.Entry<String, Origin> file :
                visible.subMap(folder + "/", folder + "0").entrySet()) {
            if (file.getValue().layer().index() != by.index()) {
                below.add(file.getKey());
            }
        }
        below.forEach(path -> hide(path, by, "removed"));
    }

    long total() {
        return wasted.stream().mapToLong(Waste::bytes).sum();
    }

    Mismatch mismatch(long limit) {
        return new Mismatch(
                "less than " + Sizes.of(limit) + " wasted",
                Sizes.of(total()) + " wasted\n"
                        + Mismatch.lines(wasted.stream()
                                .sorted(Comparator.comparingLong(Waste::bytes).reversed())
                                .map(waste -> Sizes.of(waste.bytes()) + "  /" + waste.path() + ", " + waste.how())
                                .toList()),
                "remove a file in the instruction that makes it, or copy only what is needed from an earlier stage");
    }
}
