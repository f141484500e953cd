package dev.varve.store.archive;

import dev.varve.layer.Layer;
import dev.varve.layer.LayerException;
import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import dev.varve.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of a tar, read as a layer is read: nothing leads out of it, and nothing of it is unpacked. */
final class TarFiles implements ArchiveFiles {
    private final String name;
    private final Layer tar;
    private final RootFileSystem tree;

    private TarFiles(String name, Layer tar) {
        this.name = name;
        this.tar = tar;
        this.tree = RootFileSystem.of(List.of(tar));
    }

    /** @throws StoreException where the file is no whole tar */
    static TarFiles open(String name, Path file) throws IOException {
        try {
            return new TarFiles(name, Layer.open(file));
        } catch (LayerException e) {
            throw StoreException.unreadable(name, e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<ArchiveFile> find(String path) {
        return tree.resolve(path).filter(Node::isFile).map(TarFile::new);
    }

    private final class TarFile implements ArchiveFile {
        private final Node node;

        TarFile(Node node) {
            this.node = node;
        }

        @Override
        public long size() {
            return node.entry().size();
        }

        @Override
        public InputStream open() throws IOException {
            return tree.open(node);
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
