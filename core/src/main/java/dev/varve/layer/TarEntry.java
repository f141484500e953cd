package dev.varve.layer;

import java.time.Instant;
import java.util.Map;

/**
 * What one header of a tar says, with the extended headers before it, nothing of it checked against other entries.
 *
 * @param name as it is written
 * @param link as it is written, of a symlink or hard link
 * @param size of the bytes that follow
 * @param offset where they start
 */
record TarEntry(
        LayerEntry.Kind kind,
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
    /** What is no hard link, as an entry at this path. */
    LayerEntry at(String path) {
        return new LayerEntry(
                path,
                kind,
                mode,
                uid,
                gid,
                modified,
                size,
                kind == LayerEntry.Kind.SYMLINK ? link : "",
                deviceMajor,
                deviceMinor,
                attributes);
    }
}
