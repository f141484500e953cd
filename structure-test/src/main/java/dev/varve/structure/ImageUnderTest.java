package dev.varve.structure;

import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.engine.ImageFiles;
import dev.varve.image.ContainerConfig;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
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
    private final MountPoints mounts;
    private @Nullable ImageFiles files;

    ImageUnderTest(Engine engine, Image image) {
        this.engine = engine;
        this.image = image;
        this.mounts = new MountPoints(image.config().config().volumes());
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

    /**
     * What is at a path, symlinks followed on the way to it, and also at its end where it ends in a slash. Devices and pipes
     * count as missing, as they do in Go's tool.
     */
    Optional<LayerEntry> stat(String path) throws IOException {
        boolean folder = path.endsWith("/");
        RootFileSystem root = root();
        Optional<LayerEntry> found = root.realPath(path, folder).flatMap(real -> entry(root, real));
        return folder ? found.filter(entry -> entry.kind() == Kind.DIRECTORY) : found;
    }

    private Optional<LayerEntry> entry(RootFileSystem root, String path) {
        if (path.isEmpty()) {
            return Optional.of(root.root().entry());
        }
        Optional<Node> node = root.find(path);
        return node.isEmpty()
                ? mounts.find(path)
                : node.filter(one -> one.isFile() || one.isDirectory() || one.isSymlink())
                        .map(Node::entry);
    }

    /** What a file holds, symlinks to it followed within the image. */
    byte[] read(String path) throws IOException {
        RootFileSystem root = root();
        String real = root.realPath(path, true).orElse(path);
        LayerEntry entry = entry(root, real).orElseThrow(() -> missing(path, "there is no such file in the image"));
        if (entry.kind() != Kind.FILE || path.endsWith("/")) {
            throw missing(path, entry.kind() == Kind.FILE ? "it is no folder" : "it is a folder");
        }
        if (entry.size() > LARGEST) {
            throw new IOException(path + ": it is larger than " + LARGEST + " bytes");
        }
        Optional<Node> node = root.find(real);
        if (node.isEmpty()) {
            return new byte[0];
        }
        try (InputStream in = root.open(node.get())) {
            return in.readAllBytes();
        }
    }

    private static NoSuchFileException missing(String path, String reason) {
        return new NoSuchFileException(path, null, reason);
    }

    /** The folders that lie directly in a folder. */
    List<Node> folders(String path) throws IOException {
        RootFileSystem root = root();
        Node folder = root.resolve(path)
                .filter(Node::isDirectory)
                .orElseThrow(() -> missing(path, "there is no such folder in the image"));
        return root.children(folder.path()).stream().filter(Node::isDirectory).toList();
    }

    @Override
    public synchronized void close() throws IOException {
        if (files != null) {
            files.close();
        }
    }
}
