package dev.varve.engine.container;

import dev.varve.context.SlashPath;
import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
import dev.varve.layer.LayerWriter;
import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes as a layer what {@code docker cp} copies into a container. */
final class CopyIn {
    private final ContainerView view;
    private final RootFileSystem root;
    private final boolean owned;

    /** @param owned whether files keep their owners; otherwise they are root's */
    CopyIn(ContainerView view, boolean owned) throws IOException {
        this.view = view;
        this.root = view.root();
        this.owned = owned;
    }

    /**
     * Writes a file or folder of the machine. Onto a folder it goes into it, but one that is named with {@code /.} at its end
     * gives only what it holds; where nothing is, it gets that name.
     *
     * @throws IOException where there is no such file, or something is in the way
     */
    void write(String from, String to, boolean followLink, OutputStream out) throws IOException {
        Path source = Path.of(from);
        if (followLink || from.endsWith("/") || from.endsWith("/.") || from.equals(".")) {
            source = source.toRealPath();
        } else if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("there is no '" + from + "' here");
        }
        boolean folder = Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS);
        boolean contents = from.endsWith("/.") || from.equals(".");
        String target = target(
                to,
                folder,
                contents ? "" : source.toAbsolutePath().getFileName().toString());
        try (LayerWriter layer = LayerWriter.keepingFractions(out);
                Stream<Path> all = Files.walk(source)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String rest = source.relativize(file).toString();
                String path = rest.isEmpty() ? target : target.isEmpty() ? rest : target + "/" + rest;
                if (!path.isEmpty()) {
                    add(file, HostFile.entry(file, path, owned), layer);
                }
            }
        }
    }

    /** Where in the container the file goes, or the folder whose content goes there. */
    private String target(String to, boolean folder, String name) throws IOException {
        String place = real(to);
        Optional<Node> there = place.isEmpty() ? Optional.of(root.root()) : root.find(place);
        if (there.isPresent() && there.get().isDirectory()) {
            return name.isEmpty() ? place : real(place + "/" + name);
        }
        if (there.isPresent() && folder) {
            throw new IOException("cannot copy a folder over /" + place + ", which is none");
        }
        String parent = SlashPath.parent(place);
        boolean parentThere =
                parent.isEmpty() || root.find(parent).filter(Node::isDirectory).isPresent();
        if (there.isEmpty() && (!parentThere || (to.endsWith("/") && !folder))) {
            throw new IOException("the container has no folder '" + (parentThere ? to : "/" + parent) + "'");
        }
        return place;
    }

    private String real(String path) throws IOException {
        return root.realPath(path, true)
                .orElseThrow(() -> new IOException("'" + path + "': too many symlinks follow one another"));
    }

    private void add(Path file, LayerEntry entry, LayerWriter layer) throws IOException {
        Optional<Node> there = root.find(entry.path());
        boolean folder = entry.kind() == Kind.DIRECTORY;
        if (there.isPresent() && there.get().isDirectory() != folder) {
            throw new IOException("cannot copy " + file + " over /" + entry.path() + ", which is "
                    + (folder ? "no folder" : "a folder"));
        }
        if (entry.kind() == Kind.FILE) {
            try (InputStream content = Files.newInputStream(file)) {
                layer.add(entry, content);
            }
            return;
        }
        layer.add(entry);
        // what the image has there has been removed, and must not show through the new folder
        if (folder && there.isEmpty() && view.base().find(entry.path()).isPresent()) {
            layer.opaque(entry.path());
        }
    }

    /**
     * Writes what an archive holds.
     *
     * @param to a folder that is there
     */
    void write(Layer archive, String to, OutputStream out) throws IOException {
        String place = real(to);
        if (!place.isEmpty() && root.find(place).filter(Node::isDirectory).isEmpty()) {
            throw new IOException("the container has no folder '" + to + "'");
        }
        String prefix = place.isEmpty() ? "" : place + "/";
        try (LayerWriter layer = LayerWriter.keepingFractions(out)) {
            for (LayerEntry entry : archive.entries()) {
                LayerEntry moved = moved(entry, prefix);
                if (entry.kind() == Kind.FILE) {
                    try (InputStream content = archive.open(entry)) {
                        layer.add(moved, content);
                    }
                } else {
                    layer.add(moved);
                }
            }
        }
    }

    private LayerEntry moved(LayerEntry entry, String prefix) {
        LayerEntry moved = entry.withPath(prefix + entry.path());
        if (entry.kind() == Kind.HARD_LINK) {
            moved = LayerEntry.hardLink(moved.path(), prefix + entry.linkTarget())
                    .withMode(entry.mode())
                    .withOwner(entry.uid(), entry.gid())
                    .withModified(entry.modified());
        }
        return owned ? moved : moved.withOwner(0, 0);
    }
}
