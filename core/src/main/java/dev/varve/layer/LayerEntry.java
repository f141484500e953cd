package dev.varve.layer;

import dev.varve.context.SlashPath;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One path of a layer (OCI image specification, {@code layer.md}). Names may hold any bytes: those that are not UTF-8 are
 * the lone surrogates U+DC80 to U+DCFF, as {@link dev.varve.context.Utf8} has it.
 *
 * @param path relative to the root, names joined by '/', without leading or trailing slash, {@code .} or {@code ..}; empty
 *     for the root. Of a {@link Kind#WHITEOUT} it is the path that is removed, without {@code .wh.}; of a
 *     {@link Kind#OPAQUE} it is the folder
 * @param mode permission bits and setuid, setgid, sticky: {@code 07777}
 * @param modified with nanoseconds where the archive has them
 * @param size bytes of a {@link Kind#FILE}, 0 for everything else
 * @param linkTarget what a {@link Kind#SYMLINK} says, unresolved; for a {@link Kind#HARD_LINK} the path, as above, of
 *     another entry of the same layer; empty for everything else
 * @param deviceMajor 0 for what is no device
 * @param deviceMinor 0 for what is no device
 * @param attributes extended attributes by their whole names, such as {@code security.capability}, sorted; their values
 *     are not to be written to
 */
public record LayerEntry(
        String path,
        Kind kind,
        int mode,
        long uid,
        long gid,
        Instant modified,
        long size,
        String linkTarget,
        int deviceMajor,
        int deviceMinor,
        Map<String, byte[]> attributes) {
    /** The mode of every symlink on Linux. */
    static final int SYMLINK_MODE = 0777;

    /** What a path of a layer is. */
    public enum Kind {
        FILE,
        DIRECTORY,
        SYMLINK,
        /** Another name of what an earlier entry of the same layer is. */
        HARD_LINK,
        CHARACTER_DEVICE,
        BLOCK_DEVICE,
        FIFO,
        /** Removes the path, with all it holds, from the layers below. */
        WHITEOUT,
        /** Removes everything the layers below have in a folder, but not the folder. */
        OPAQUE
    }

    /** @throws IllegalArgumentException where a value is outside its bounds or belongs to another kind */
    public LayerEntry {
        Objects.requireNonNull(modified, "modified");
        check(path.isEmpty() || SlashPath.isInContext(path), "not a clean path", path);
        check(path.indexOf(0) < 0 && linkTarget.indexOf(0) < 0, "NUL in a path or link", path);
        check((mode & ~07777) == 0, "more than the mode bits 07777", path);
        check(uid >= 0 && gid >= 0, "a negative owner", path);
        check(!path.isEmpty() || kind == Kind.DIRECTORY || kind == Kind.OPAQUE, "the root is a folder", path);
        check(size >= 0 && (size == 0 || kind == Kind.FILE), "a size belongs to a file, and is not negative", path);
        boolean link = kind == Kind.SYMLINK || kind == Kind.HARD_LINK;
        check(link != linkTarget.isEmpty(), "a link has a target, and nothing else has", path);
        check(
                attributes.keySet().stream()
                        .allMatch(name -> !name.isEmpty() && name.indexOf('=') < 0 && name.indexOf(0) < 0),
                "an attribute that cannot be named in a tar",
                path);
        boolean device = kind == Kind.CHARACTER_DEVICE || kind == Kind.BLOCK_DEVICE;
        check(
                deviceMajor >= 0 && deviceMinor >= 0 && (device || (deviceMajor | deviceMinor) == 0),
                "a device number belongs to a device, and is not negative",
                path);
        attributes = attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    private static void check(boolean right, String problem, String path) {
        if (!right) {
            throw new IllegalArgumentException(problem + ": '" + path + "'");
        }
    }

    /** A file of root's. */
    public static LayerEntry file(String path, int mode, long size) {
        return new LayerEntry(path, Kind.FILE, mode, 0, 0, Instant.EPOCH, size, "", 0, 0, Map.of());
    }

    /** A folder of root's. */
    public static LayerEntry directory(String path, int mode) {
        return of(path, Kind.DIRECTORY, mode, "");
    }

    /** A symlink of root's. */
    public static LayerEntry symlink(String path, String target) {
        return of(path, Kind.SYMLINK, SYMLINK_MODE, target);
    }

    /** Another name of the file that has this path in the same layer. */
    public static LayerEntry hardLink(String path, String target) {
        return of(path, Kind.HARD_LINK, 0644, target);
    }

    /** The removal of this path. */
    public static LayerEntry whiteout(String path) {
        return of(path, Kind.WHITEOUT, 0, "");
    }

    /** The removal of everything in this folder. */
    public static LayerEntry opaque(String folder) {
        return of(folder, Kind.OPAQUE, 0, "");
    }

    private static LayerEntry of(String path, Kind kind, int mode, String target) {
        return new LayerEntry(path, kind, mode, 0, 0, Instant.EPOCH, 0, target, 0, 0, Map.of());
    }

    public LayerEntry withPath(String changed) {
        return new LayerEntry(
                changed, kind, mode, uid, gid, modified, size, linkTarget, deviceMajor, deviceMinor, attributes);
    }

    public LayerEntry withMode(int changed) {
        return new LayerEntry(
                path, kind, changed, uid, gid, modified, size, linkTarget, deviceMajor, deviceMinor, attributes);
    }

    public LayerEntry withOwner(long changedUid, long changedGid) {
        return new LayerEntry(
                path,
                kind,
                mode,
                changedUid,
                changedGid,
                modified,
                size,
                linkTarget,
                deviceMajor,
                deviceMinor,
                attributes);
    }

    public LayerEntry withModified(Instant changed) {
        return new LayerEntry(
                path, kind, mode, uid, gid, changed, size, linkTarget, deviceMajor, deviceMinor, attributes);
    }

    public LayerEntry withAttributes(Map<String, byte[]> changed) {
        return new LayerEntry(
                path, kind, mode, uid, gid, modified, size, linkTarget, deviceMajor, deviceMinor, changed);
    }

    /** The same file under another name. */
    LayerEntry hardLinkAt(String name) {
        return new LayerEntry(name, Kind.HARD_LINK, mode, uid, gid, modified, 0, path, 0, 0, attributes);
    }

    /** The last name of the path. */
    public String name() {
        return SlashPath.base(path);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayerEntry that
                && kind == that.kind
                && mode == that.mode
                && uid == that.uid
                && gid == that.gid
                && size == that.size
                && deviceMajor == that.deviceMajor
                && deviceMinor == that.deviceMinor
                && path.equals(that.path)
                && linkTarget.equals(that.linkTarget)
                && modified.equals(that.modified)
                && attributes.keySet().equals(that.attributes.keySet())
                && attributes.entrySet().stream()
                        .allMatch(one -> Arrays.equals(one.getValue(), that.attributes.get(one.getKey())));
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, kind, mode, uid, gid, modified, size, linkTarget);
    }
}
