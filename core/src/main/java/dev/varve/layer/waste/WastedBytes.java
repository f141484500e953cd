package dev.varve.layer.waste;

import dev.varve.layer.Layer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What of its files' bytes an image needs, and what not. Live is each content that its file system shows, once; all else is
 * wasted, and told file by file. Names of one file (hard links) are one file; what archives add to contents is not counted.
 *
 * @param total the bytes of all files of all layers
 * @param files what is wasted, the largest first
 */
public record WastedBytes(long total, List<WastedFile> files) {
    private static final Comparator<WastedFile> LARGEST_FIRST = Comparator.comparingLong(WastedFile::bytes)
            .reversed()
            .thenComparing(WastedFile::path)
            .thenComparing(WastedFile::layer);

    public WastedBytes {
        files = files.stream().sorted(LARGEST_FIRST).toList();
    }

    /**
     * Of these layers, the lowest first. Reads the content of files that are as large as another.
     *
     * @throws IOException where a layer cannot be read
     */
    public static WastedBytes of(List<Layer> layers) throws IOException {
        FileStack stack = new FileStack(layers);
        for (int i = 0; i < layers.size(); i++) {
            stack.lay(i);
        }
        List<WastedFile> wasted = new ArrayList<>(stack.hidden());
        wasted.addAll(Copies.among(stack.shown(), stack.contents()));
        return new WastedBytes(stack.total(), wasted);
    }

    /** All that is wasted. */
    public long bytes() {
        return sum(files);
    }

    /** What is wasted for this cause. */
    public long bytes(WastedFile.Cause cause) {
        return sum(files.stream().filter(file -> file.cause() == cause).toList());
    }

    /** What is wasted because of a layer from this one on, from 0 for the lowest. */
    public long bytesFrom(int layer) {
        return sum(files.stream().filter(file -> file.by() >= layer).toList());
    }

    /** What this layer holds in vain, from 0 for the lowest. */
    public long bytesIn(int layer) {
        return sum(files.stream().filter(file -> file.layer() == layer).toList());
    }

    /** What the image needs. */
    public long live() {
        return total - bytes();
    }

    private static long sum(List<WastedFile> files) {
        return files.stream().mapToLong(WastedFile::bytes).sum();
    }
}
