package dev.varve.cli.lint;

import dev.varve.engine.Image;
import dev.varve.engine.ImageFiles;
import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files of an image with everything that counts of them, which their times do not. */
final class FileTree {
    private static final int BLOCK = 1 << 16;

    private final RootFileSystem root;
    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<Object, String> firstNames = new HashMap<>();

    private FileTree(RootFileSystem root) {
        this.root = root;
        for (Node node : root.below("")) {
            nodes.put(node.path(), node);
            node.sharedFile().ifPresent(file -> firstNames.putIfAbsent(file, node.path()));
        }
    }

    /** The paths at which the images have something else; to be changed as it pleases. */
    static Set<String> differing(Image one, Image other) throws IOException {
        if (one.config().diffIds().equals(other.config().diffIds())) {
            return new TreeSet<>();
        }
        try (ImageFiles files = one.files();
                ImageFiles otherFiles = other.files()) {
            return new FileTree(files.root()).differing(new FileTree(otherFiles.root()));
        }
    }

    private Set<String> differing(FileTree other) throws IOException {
        Set<String> paths = new TreeSet<>(nodes.keySet());
        paths.addAll(other.nodes.keySet());
        for (String path : Set.copyOf(paths)) {
            if (isSame(nodes.get(path), other, other.nodes.get(path))) {
                paths.remove(path);
            }
        }
        return paths;
    }

    private boolean isSame(@Nullable Node mine, FileTree other, @Nullable Node theirs) throws IOException {
        return mine != null
                && theirs != null
                && timeless(mine).equals(timeless(theirs))
                && firstName(mine).equals(other.firstName(theirs))
                && (!mine.isFile() || archive(mine).equals(archive(theirs)) || hasSameBytes(mine, other, theirs));
    }

    private static LayerEntry timeless(Node node) {
        return node.entry().withModified(Instant.EPOCH);
    }

    private String firstName(Node node) {
        return node.sharedFile().map(firstNames::get).orElse(node.path());
    }

    private static Optional<Path> archive(Node node) {
        return node.layer().map(Layer::path);
    }

    private boolean hasSameBytes(Node mine, FileTree other, Node theirs) throws IOException {
        try (InputStream one = root.open(mine);
                InputStream two = other.root.open(theirs)) {
            byte[] block;
            do {
                block = one.readNBytes(BLOCK);
                if (!Arrays.equals(block, two.readNBytes(BLOCK))) {
                    return false;
                }
            } while (block.length > 0);
            return true;
        }
    }
}
