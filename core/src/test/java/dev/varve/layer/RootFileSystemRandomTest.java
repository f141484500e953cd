package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.layer.LayerEntry.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random stacks, put together by the plainest means: a map of paths. */
class RootFileSystemRandomTest {
    private static final int LAYERS = 5;

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(100, 130);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void is_what_the_layers_make_one_after_the_other(long seed) throws IOException {
        SortedMap<String, LayerEntry> expected = new TreeMap<>();
        List<Layer> layers = new ArrayList<>();
        try {
            for (int i = 0; i < LAYERS; i++) {
                Layer layer = new RandomLayer(seed * LAYERS + i, 60).open(folder);
                layers.add(layer);
                lay(layer, expected);
            }
            assertThat(RootFileSystem.of(layers).below(""))
                    .extracting(Node::entry)
                    .containsExactlyInAnyOrderElementsOf(expected.values());
        } finally {
            for (Layer layer : layers) {
                layer.close();
            }
        }
    }

    private static void lay(Layer layer, SortedMap<String, LayerEntry> files) {
        for (LayerEntry entry : layer.entries()) {
            if (entry.kind() == Kind.WHITEOUT) {
                removeBelow(entry.path(), files);
                files.remove(entry.path());
            } else if (entry.kind() == Kind.OPAQUE) {
                removeBelow(entry.path(), files);
            }
        }
        for (LayerEntry entry : layer.entries()) {
            makeFolders(parent(entry.path()), files);
            if (entry.kind() == Kind.OPAQUE) {
                makeFolders(entry.path(), files);
            } else if (entry.kind() == Kind.HARD_LINK) {
                removeBelow(entry.path(), files);
                LayerEntry original = layer.entries().stream()
                        .filter(other -> other.path().equals(entry.linkTarget()))
                        .findFirst()
                        .orElseThrow();
                files.put(entry.path(), original.withPath(entry.path()));
            } else if (entry.kind() != Kind.WHITEOUT) {
                if (entry.kind() != Kind.DIRECTORY) {
                    removeBelow(entry.path(), files);
                }
                files.put(entry.path(), entry);
            }
        }
    }

    private static void makeFolders(String path, SortedMap<String, LayerEntry> files) {
        if (!path.isEmpty()) {
            makeFolders(parent(path), files);
            LayerEntry there = files.get(path);
            if (there == null || there.kind() != Kind.DIRECTORY) {
                files.put(path, LayerEntry.directory(path, 0755));
            }
        }
    }

    private static void removeBelow(String path, SortedMap<String, LayerEntry> files) {
        files.keySet().removeIf(other -> other.startsWith(path + "/"));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
