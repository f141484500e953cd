package dev.varve.engine.files;

import dev.varve.layer.LayerEntry;
import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The files of an image, or of what a stage left. */
public final class RootTree implements SourceTree {
    private final RootFileSystem files;

    public RootTree(RootFileSystem files) {
        this.files = files;
    }

    @Override
    public Optional<LayerEntry> find(String path) {
        return files.find(path).map(Node::entry);
    }

    @Override
    public List<LayerEntry> children(String folder) {
        return files.children(folder).stream().map(Node::entry).toList();
    }

    @Override
    public InputStream open(LayerEntry file) throws IOException {
        return files.open(files.find(file.path())
                .orElseThrow(() -> new IllegalArgumentException("not in this file system: " + file.path())));
    }

    @Override
    public Optional<Object> sharedFile(LayerEntry file) {
        return files.find(file.path()).flatMap(Node::sharedFile);
    }
}
