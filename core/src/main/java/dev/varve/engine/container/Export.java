package dev.varve.engine.container;

import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
import dev.varve.layer.LayerWriter;
import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a part of a file system as one archive, with its hard links. */
public final class Export {
    private final RootFileSystem root;
    private final Map<Object, LayerEntry> firstNames = new HashMap<>();

    public Export(RootFileSystem root) {
        this.root = root;
    }

    /** Writes all of it. */
    public void all(OutputStream out) throws IOException {
        try (LayerWriter archive = LayerWriter.keepingFractions(out)) {
            for (Node node : root.below("")) {
                add(node, node.path(), archive);
            }
        }
    }

    /**
     * Writes what is at one path, and below it, under another name.
     *
     * @param name what the first entry is called
     */
    void part(Node top, String name, OutputStream out) throws IOException {
        List<Node> below = top.isDirectory() ? root.below(top.path()) : List.of();
        int cut = top.path().length();
        try (LayerWriter archive = LayerWriter.keepingFractions(out)) {
            if (!name.isEmpty()) {
                add(top, name, archive);
            }
            for (Node node : below) {
                String rest = node.path().substring(cut == 0 ? 0 : cut + 1);
                add(node, name.isEmpty() ? rest : name + "/" + rest, archive);
            }
        }
    }

    private void add(Node node, String path, LayerWriter archive) throws IOException {
        LayerEntry entry = node.entry().withPath(path);
        Optional<Object> shared = node.sharedFile();
        Optional<LayerEntry> first = shared.map(firstNames::get);
        shared.ifPresent(file -> firstNames.putIfAbsent(file, entry));
        if (first.isPresent()) {
            archive.add(LayerEntry.hardLink(path, first.get().path())
                    .withMode(entry.mode())
                    .withOwner(entry.uid(), entry.gid())
                    .withModified(entry.modified()));
        } else if (entry.kind() == Kind.FILE) {
            try (InputStream content = root.open(node)) {
                archive.add(entry, content);
            }
        } else {
            archive.add(entry);
        }
    }
}
