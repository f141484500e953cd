package dev.varve.engine.files;

import dev.varve.layer.LayerEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** One file of root's alone in a tree: a heredoc's document, a download. */
public final class SingleFile implements SourceTree {
    private final LayerEntry file;
    private final LayerDraft.Content content;

    /** @param file a file in the root folder */
    public SingleFile(LayerEntry file, LayerDraft.Content content) {
        this.file = file;
        this.content = content;
    }

    @Override
    public Optional<LayerEntry> find(String path) {
        if (path.isEmpty()) {
            return Optional.of(LayerEntry.directory("", 0755));
        }
        return path.equals(file.path()) ? Optional.of(file) : Optional.empty();
    }

    @Override
    public List<LayerEntry> children(String folder) {
        return folder.isEmpty() ? List.of(file) : List.of();
    }

    @Override
    public InputStream open(LayerEntry entry) throws IOException {
        return content.open();
    }

    @Override
    public Optional<Object> sharedFile(LayerEntry entry) {
        return Optional.empty();
    }
}
