package dev.varve.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a path tells, without following symlinks.
 *
 * @param links how many names it has
 * @param identity null where the file system has no inodes
 */
record FileStat(
        EntryType type, int mode, long size, @Nullable FileIdentity identity, int links) {
    /** The mode that BuildKit's client gives everything on Windows ({@code fsutil/stat.go}). */
    private static final int MODE_WITHOUT_PERMISSIONS = 0755;

    private static final int TYPE_BITS = 0170000;

    static FileStat of(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix") ? unix(path) : basic(path);
    }

    private static FileStat unix(Path path) throws IOException {
        Map<String, Object> found = Files.readAttributes(
                path, "unix:mode,size,nlink,ino,dev,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
        int mode = ((Number) value(found, "mode")).intValue();
        long size = ((Number) value(found, "size")).longValue();
        FileIdentity identity = new FileIdentity(
                ((Number) value(found, "dev")).longValue(),
                ((Number) value(found, "ino")).longValue(),
                size,
                ((FileTime) value(found, "lastModifiedTime")).to(TimeUnit.NANOSECONDS),
                ((FileTime) value(found, "ctime")).to(TimeUnit.NANOSECONDS));
        EntryType type = type(mode & TYPE_BITS);
        return new FileStat(
                type,
                mode & 07777,
                type == EntryType.FILE ? size : 0,
                identity,
                ((Number) value(found, "nlink")).intValue());
    }

    private static Object value(Map<String, Object> found, String name) {
        return Objects.requireNonNull(found.get(name), name);
    }

    private static EntryType type(int bits) {
        return switch (bits) {
            case 0010000 -> EntryType.FIFO;
            case 0020000 -> EntryType.CHARACTER_DEVICE;
            case 0040000 -> EntryType.DIRECTORY;
            case 0060000 -> EntryType.BLOCK_DEVICE;
            case 0120000 -> EntryType.SYMLINK;
            case 0140000 -> EntryType.SOCKET;
            default -> EntryType.FILE;
        };
    }

    private static FileStat basic(Path path) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        EntryType type = found.isDirectory()
                ? EntryType.DIRECTORY
                : found.isSymbolicLink()
                        ? EntryType.SYMLINK
                        : found.isRegularFile() ? EntryType.FILE : EntryType.SOCKET;
        return new FileStat(type, MODE_WITHOUT_PERMISSIONS, type == EntryType.FILE ? found.size() : 0, null, 1);
    }
}
