package dev.varve.engine.container;

import dev.varve.layer.LayerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

/** A file of the machine as an entry of a layer. */
final class HostFile {
    private static final int PERMISSIONS = 07777;

    private HostFile() {}

    /**
     * The entry.
     *
     * @param owned whether it keeps its owner; otherwise it is root's
     * @throws IOException where it is neither a file nor a folder nor a symlink
     */
    static LayerEntry entry(Path file, String path, boolean owned) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        int mode = number(file, "mode") & PERMISSIONS;
        LayerEntry entry;
        if (attributes.isDirectory()) {
            entry = LayerEntry.directory(path, mode);
        } else if (attributes.isRegularFile()) {
            entry = LayerEntry.file(path, mode, attributes.size());
        } else if (attributes.isSymbolicLink()) {
            entry = LayerEntry.symlink(path, Files.readSymbolicLink(file).toString());
        } else {
            throw new IOException(file + " is neither a file nor a folder nor a symlink");
        }
        entry = entry.withModified(attributes.lastModifiedTime().toInstant());
        return owned ? entry.withOwner(number(file, "uid"), number(file, "gid")) : entry;
    }

    private static int number(Path file, String attribute) throws IOException {
        Object value = Files.getAttribute(file, "unix:" + attribute, LinkOption.NOFOLLOW_LINKS);
        return value instanceof Integer number ? number : 0;
    }
}
