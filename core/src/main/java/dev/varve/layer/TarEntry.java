package dev.varve.layer;

import dev.varve.layer.LayerEntry.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one header of a tar says, with the extended headers before it, nothing of it checked against other entries.
 *
 * @param name as it is written
 * @param link as it is written, of a symlink or hard link
 * @param size of the bytes that follow
 * @param offset where they start
 */
record TarEntry(
        Kind kind,
        String name,
        String link,
        int mode,
        long uid,
        long gid,
        Instant modified,
        long size,
        int deviceMajor,
        int deviceMinor,
        Map<String, byte[]> attributes,
        long offset) {
    /**
     * What is no hard link, as an entry at this path. Symlinks have one mode, whatever an archive from elsewhere says; a
     * device 0:0 is what overlayfs has for a whiteout, and its own attributes may not steer it.
     */
    LayerEntry at(String path) {
        if (kind == Kind.CHARACTER_DEVICE && deviceMajor == 0 && deviceMinor == 0) {
            return LayerEntry.whiteout(path);
        }
        return new LayerEntry(
                path,
                kind,
                kind == Kind.SYMLINK ? LayerEntry.SYMLINK_MODE : mode,
                uid,
                gid,
                modified,
                size,
                kind == Kind.SYMLINK ? link : "",
                deviceMajor,
                deviceMinor,
                withoutOverlay());
    }

    /** Whether overlayfs shows nothing in it of what lies below ({@code overlayfs.rst}). */
    boolean hidesLower() {
        return kind == Kind.DIRECTORY
                && (isYes(attributes.get("trusted.overlay.opaque")) || isYes(attributes.get("user.overlay.opaque")));
    }

    private static boolean isYes(byte @Nullable [] value) {
        return value != null && value.length == 1 && value[0] == 'y';
    }

    private Map<String, byte[]> withoutOverlay() {
        if (attributes.isEmpty()) {
            return attributes;
        }
        Map<String, byte[]> kept = new TreeMap<>(attributes);
        kept.keySet().removeIf(name -> name.startsWith("trusted.overlay.") || name.startsWith("user.overlay."));
        return kept;
    }
}
