package dev.varve.layer.waste;

import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.waste.WastedFile.Cause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files that a stack of layers shows, as one layer after the other is laid on it, and those that got hidden. */
final class FileStack {
    private final List<Layer> layers;
    private final FileContents contents;
    private final TreeMap<String, StackedFile> shown = new TreeMap<>();
    private final List<WastedFile> hidden = new ArrayList<>();
    private long total;

    FileStack(List<Layer> layers) {
        this.layers = layers;
        this.contents = new FileContents(layers);
    }

    /** Lays the layer of this index on those below, which were laid before. */
    void lay(int index) throws IOException {
        Map<String, StackedFile> own = new HashMap<>();
        for (LayerEntry entry : layers.get(index).entries()) {
            String path = entry.path();
            makeWay(path, index);
            switch (entry.kind()) {
                case WHITEOUT -> {
                    hide(path, index, Cause.DELETED);
                    hideBelow(path, index);
                }
                case OPAQUE -> hideBelow(path, index);
                case DIRECTORY -> hide(path, index, Cause.OVERWRITTEN);
                case FILE -> {
                    StackedFile file = new StackedFile(index, entry);
                    total += entry.size();
                    own.put(path, file);
                    show(path, file);
                }
                case HARD_LINK -> {
                    StackedFile file = own.get(entry.linkTarget());
                    if (file == null) {
                        replace(path, index, Cause.OVERWRITTEN);
                    } else {
                        show(path, file);
                    }
                }
                default -> replace(path, index, Cause.OVERWRITTEN);
            }
        }
    }

    /** What a path lies in is a folder, whatever it was below. */
    private void makeWay(String path, int by) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            hide(path.substring(0, slash), by, Cause.OVERWRITTEN);
        }
    }

    private void show(String path, StackedFile file) throws IOException {
        StackedFile below = shown.get(path);
        boolean again = below != null && below.layer != file.layer && contents.same(below, file);
        replace(path, file.layer, again ? Cause.DUPLICATED : Cause.OVERWRITTEN);
        file.names++;
        shown.put(path, file);
    }

    private void replace(String path, int by, Cause cause) {
        hide(path, by, cause);
        hideBelow(path, by);
    }

    private void hideBelow(String folder, int by) {
        Map<String, StackedFile> inside =
                folder.isEmpty() ? shown : shown.subMap(folder + "/", folder + (char) ('/' + 1));
        List<String> below = inside.entrySet().stream()
                .filter(file -> file.getValue().layer != by)
                .map(Map.Entry::getKey)
                .toList();
        below.forEach(path -> hide(path, by, Cause.DELETED));
    }

    private void hide(String path, int by, Cause cause) {
        StackedFile file = shown.get(path);
        if (file == null || file.layer == by) {
            return;
        }
        shown.remove(path);
        file.names--;
        if (file.names == 0 && file.size() > 0) {
            Optional<String> copy = cause == Cause.DUPLICATED ? Optional.of(path) : Optional.empty();
            hidden.add(new WastedFile(path, file.size(), cause, file.layer, by, copy));
        }
    }

    /** The bytes of all files laid so far, shown or not. */
    long total() {
        return total;
    }

    List<WastedFile> hidden() {
        return hidden;
    }

    /** The files that are seen, by path. */
    Map<String, StackedFile> shown() {
        return shown;
    }

    FileContents contents() {
        return contents;
    }
}
