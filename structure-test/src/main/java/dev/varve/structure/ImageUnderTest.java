package dev.varve.structure;

import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.engine.ImageFiles;
import dev.varve.image.ContainerConfig;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The image that tests look at; its files are listed when a test first asks for one. */
final class ImageUnderTest implements Closeable {
    /** More than any text that somebody would look into. */
    private static final int LARGEST = 64 << 20;

    private final Engine engine;
    private final Image image;
    private @Nullable ImageFiles files;

    ImageUnderTest(Engine engine, Image image) {
        this.engine = engine;
        this.image = image;
    }

    Engine engine() {
        return engine;
    }

    String id() {
        return image.id().toString();
    }

    ContainerConfig config() {
        return image.config().config();
    }

    private synchronized RootFileSystem root() throws IOException {
        if (files == null) {
            files = image.files();
        }
        return files.root();
    }

    /** What is at a path, symlinks followed on the way to it. Devices and pipes count as missing, as they do in Go's tool. */
    Optional<LayerEntry> stat(String path) throws IOException {
        RootFileSystem root = root();
        return root.realPath(path, false)
                .flatMap(real -> real.isEmpty() ? Optional.of(root.root()) : root.find(real))
                .filter(node -> node.isFile() || node.isDirectory() || node.isSymlink())
                .map(Node::entry);
    }

    /** What a file holds, symlinks to it followed within the image. */
    byte[] read(String path) throws IOException {
        RootFileSystem root = root();
        Node node = root.resolve(path)
                .orElseThrow(() -> new NoSuchFileException(path, null, "there is no such file in the image"));
        if (!node.isFile()) {
            throw new NoSuchFileException(path, null, node.isDirectory() ? "it is a folder" : "it is no file");
        }
        if (node.entry().size() > LARGEST) {
            throw new IOException(path + ": it is larger than " + LARGEST + " bytes");
        }
        try (InputStream in = root.open(node)) {
            return in.readAllBytes();
        }
    }

    /** The folders that lie directly in a folder. */
    List<Node> folders(String path) throws IOException {
        RootFileSystem root = root();
        Node folder = root.resolve(path)
                .filter(Node::isDirectory)
                .orElseThrow(() -> new NoSuchFileException(path, null, "there is no such folder in the image"));
        return root.children(folder.path()).stream().filter(Node::isDirectory).toList();
    }

    @Override
    public synchronized void close() throws IOException {
        if (files != null) {
            files.close();
        }
    }
}
