package dev.varve.junit.files;

import dev.varve.layer.LayerEntry;
import dev.varve.layer.Node;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is known of a file of an image. All its times are the one that layers keep. */
final class ImageFileAttributes implements PosixFileAttributes {
    private final Node node;
    private final ImageAccounts accounts;

    ImageFileAttributes(Node node, ImageAccounts accounts) {
        this.node = node;
        this.accounts = accounts;
    }

    private LayerEntry entry() {
        return node.entry();
    }

    @Override
    public FileTime lastModifiedTime() {
        return FileTime.from(entry().modified());
    }

    @Override
    public FileTime lastAccessTime() {
        return lastModifiedTime();
    }

    @Override
    public FileTime creationTime() {
        return lastModifiedTime();
    }

    @Override
    public boolean isRegularFile() {
        return node.isFile();
    }

    @Override
    public boolean isDirectory() {
        return node.isDirectory();
    }

    @Override
    public boolean isSymbolicLink() {
        return node.isSymlink();
    }

    @Override
    public boolean isOther() {
        return !isRegularFile() && !isDirectory() && !isSymbolicLink();
    }

    /** Of a symlink the length of what it says, as on Linux. */
    @Override
    public long size() {
        return node.isSymlink() ? entry().linkTarget().length() : entry().size();
    }

    /** Equal for the names of one file. */
    @Override
    public Object fileKey() {
        return node.sharedFile().orElse("/" + node.path());
    }

    @Override
    public UserPrincipal owner() {
        return accounts.user(entry().uid());
    }

    @Override
    public GroupPrincipal group() {
        return accounts.group(entry().gid());
    }

    @Override
    public Set<PosixFilePermission> permissions() {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int i = 0; i < all.length; i++) {
            if ((entry().mode() & (0400 >> i)) != 0) {
                permissions.add(all[i]);
            }
        }
        return permissions;
    }

    /** The attributes of a view by their names in the JDK. */
    Map<String, Object> of(String view) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (view.equals("owner")) {
            all.put("owner", owner());
            return all;
        }
        all.put("lastModifiedTime", lastModifiedTime());
        all.put("lastAccessTime", lastAccessTime());
        all.put("creationTime", creationTime());
        all.put("size", size());
        all.put("isRegularFile", isRegularFile());
        all.put("isDirectory", isDirectory());
        all.put("isSymbolicLink", isSymbolicLink());
        all.put("isOther", isOther());
        all.put("fileKey", fileKey());
        if (!view.equals("basic")) {
            all.put("permissions", permissions());
            all.put("owner", owner());
            all.put("group", group());
        }
        if (view.equals("unix")) {
            all.put("mode", type() | entry().mode());
            all.put("uid", (int) entry().uid());
            all.put("gid", (int) entry().gid());
            all.put("rdev", ((long) entry().deviceMajor() << 8) | entry().deviceMinor());
            all.put("ctime", lastModifiedTime());
        }
        return all;
    }

    /** The bits of a mode that say what a file is ({@code inode(7)}). */
    private int type() {
        return switch (entry().kind()) {
            case FILE, HARD_LINK -> 0100000;
            case DIRECTORY -> 0040000;
            case SYMLINK -> 0120000;
            case CHARACTER_DEVICE -> 0020000;
            case BLOCK_DEVICE -> 0060000;
            case FIFO -> 0010000;
            case WHITEOUT, OPAQUE -> 0;
        };
    }
}
