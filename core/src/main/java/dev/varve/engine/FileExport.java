package dev.varve.engine;

import dev.varve.engine.files.Stacks;
import dev.varve.image.Digest;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerWriter;
import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import dev.varve.store.Store;
import dev.varve.store.StoreLock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the files of an image without the image: as one archive, or into a folder. */
final class FileExport {
    private final Store store;

    FileExport(Store store) {
        this.store = store;
    }

    /** As one archive; what has several names is a hard link after the first. */
    void write(List<Digest> layers, OutputStream out) throws IOException {
        StoreLock held = store.use();
        try (held;
                Stacks stacks = new Stacks(store);
                LayerWriter writer = new LayerWriter(out)) {
            Map<Object, String> written = new HashMap<>();
            for (Node node : stacks.files(layers).below("")) {
                String first = node.sharedFile()
                        .map(file -> written.putIfAbsent(file, node.path()))
                        .orElse(null);
                if (first != null) {
                    writer.add(LayerEntry.hardLink(node.path(), first));
                } else if (node.isFile()) {
                    try (InputStream content = stacks.files(layers).open(node)) {
                        writer.add(node.entry(), content);
                    }
                } else {
                    writer.add(node.entry());
                }
            }
        }
    }

    /**
     * Into a folder, over what is there, as its user's own files; devices are left out.
     *
     * @return what was left out, and why
     */
    List<String> write(List<Digest> layers, Path folder) throws IOException {
        List<String> problems = new ArrayList<>();
        StoreLock held = store.use();
        try (held;
                Stacks stacks = new Stacks(store)) {
            RootFileSystem files = stacks.files(layers);
            Files.createDirectories(folder);
            List<Node> folders = new ArrayList<>();
            for (Node node : files.below("")) {
                Path place = folder.resolve(node.path());
                clear(place, node.isDirectory());
                switch (node.entry().kind()) {
                    case DIRECTORY -> {
                        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                            Files.createDirectory(place);
                        }
                        folders.add(node);
                    }
                    case FILE -> {
                        try (InputStream content = files.open(node)) {
                            Files.copy(content, place, StandardCopyOption.REPLACE_EXISTING);
                        }
                        dress(place, node);
                    }
                    case SYMLINK ->
                        Files.createSymbolicLink(place, Path.of(node.entry().linkTarget()));
                    default ->
                        problems.add("/" + node.path() + ": a " + node.entry().kind() + " is left out");
                }
            }
            for (int i = folders.size() - 1; i >= 0; i--) {
                dress(folder.resolve(folders.get(i).path()), folders.get(i));
            }
        }
        return problems;
    }

    /** What is of another kind makes room; nothing is ever written through a symlink. */
    private static void clear(Path place, boolean forFolder) throws IOException {
        boolean isFolder = Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && (!forFolder || !isFolder)) {
            Files.delete(place);
        }
    }

    private static void dress(Path place, Node node) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int i = 0; i < all.length; i++) {
            if ((node.entry().mode() & (0400 >> i)) != 0) {
                permissions.add(all[i]);
            }
        }
        Files.setPosixFilePermissions(place, permissions);
        Files.setLastModifiedTime(place, FileTime.from(node.entry().modified()));
    }
}
