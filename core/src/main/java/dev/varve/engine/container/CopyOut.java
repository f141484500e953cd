package dev.varve.engine.container;

import dev.varve.context.SlashPath;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Copies files of a container to the machine, as {@code docker cp} does. */
public final class CopyOut {
    private final RootFileSystem root;
    private final boolean followLink;

    /** @param followLink whether what a symlink leads to is copied where one is named */
    public CopyOut(RootFileSystem root, boolean followLink) {
        this.root = root;
        this.followLink = followLink;
    }

    /** Writes a file or folder of the container as an archive whose first entry has its name. */
    public void asArchive(String from, OutputStream out) throws IOException {
        Node source = source(from);
        new Export(root).part(source, SlashPath.base(SlashPath.inContext(from)), out);
    }

    /**
     * Copies a file or folder. Onto a folder it is copied into it, but a folder that is named with {@code /.} at its end gives
     * only what it holds; where nothing is, it gets that name.
     *
     * @throws IOException where there is no such file, or something is in the way
     */
    public void to(String from, String to) throws IOException {
        Node source = source(from);
        Path target = Path.of(to);
        boolean contents = from.endsWith("/.") || from.equals(".");
        if (Files.isDirectory(target)) {
            if (!contents) {
                target = target.resolve(SlashPath.base(SlashPath.inContext(from)));
            }
        } else if (to.endsWith("/") && !source.isDirectory()) {
            throw new IOException("'" + to + "' is no folder that is there");
        }
        Path parent = target.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new IOException("there is no folder '" + parent + "' to copy to");
        }
        copy(source, target);
        int cut = source.path().isEmpty() ? 0 : source.path().length() + 1;
        List<Node> below = source.isDirectory() ? root.below(source.path()) : List.of();
        for (Node node : below) {
            copy(node, target.resolve(node.path().substring(cut)));
        }
        // the deepest first: what is written into a folder changes its time, and its mode may forbid it
        for (int i = below.size() - 1; i >= 0; i--) {
            finish(below.get(i), target.resolve(below.get(i).path().substring(cut)));
        }
        finish(source, target);
    }

    private static void finish(Node node, Path to) throws IOException {
        if (!node.isSymlink()) {
            Files.setPosixFilePermissions(to, permissions(node.entry().mode()));
            Files.setLastModifiedTime(to, FileTime.from(node.entry().modified()));
        }
    }

    private Node source(String from) throws IOException {
        String path = root.realPath(from, followLink || from.endsWith("/") || from.endsWith("/."))
                .orElseThrow(() -> new IOException("'" + from + "': too many symlinks follow one another"));
        return path.isEmpty()
                ? root.root()
                : root.find(path).orElseThrow(() -> new IOException("the container has no '" + from + "'"));
    }

    private void copy(Node node, Path to) throws IOException {
        LayerEntry entry = node.entry();
        boolean folderThere = Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS);
        if (folderThere != node.isDirectory() && Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("cannot copy " + (node.isDirectory() ? "the folder" : "the file") + " /" + node.path()
                    + " over " + to + ", which is " + (folderThere ? "a folder" : "none"));
        }
        switch (entry.kind()) {
            case DIRECTORY -> Files.createDirectories(to);
            case FILE -> {
                try (InputStream content = root.open(node)) {
                    Files.copy(content, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            case SYMLINK -> {
                Files.deleteIfExists(to);
                Files.createSymbolicLink(to, Path.of(entry.linkTarget()));
            }
            default ->
                throw new IOException(
                        "/" + node.path() + " is neither a file nor a folder nor a symlink; only as an archive"
                                + " ('-') can it be copied");
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        // from others' execution, the lowest bit, to the owner's reading
        PosixFilePermission[] all = PosixFilePermission.values();
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < all.length; i++) {
            if ((mode & (1 << i)) != 0) {
                set.add(all[all.length - 1 - i]);
            }
        }
        return set;
    }
}
