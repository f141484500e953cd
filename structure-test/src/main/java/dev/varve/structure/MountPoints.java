package dev.varve.structure;

import dev.varve.layer.LayerEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Docker puts into a container before it is started, where the image has nothing there. Go's tool looks for files in such
 * containers, and so finds these too. Paths are without a leading slash.
 */
final class MountPoints {
    private static final int MODE = 0755;

    private final Map<String, LayerEntry> entries = new HashMap<>();

    /** @param volumes of the image */
    MountPoints(Collection<String> volumes) {
        for (String folder : new String[] {"proc", "sys", "dev/pts", "dev/shm"}) {
            folder(folder);
        }
        for (String file : new String[] {
            ".dockerenv", "dev/console", "etc/hosts", "etc/hostname", "etc/resolv.conf",
        }) {
            parents(file);
            entries.put(file, LayerEntry.file(file, MODE, 0));
        }
        entries.put("etc/mtab", LayerEntry.symlink("etc/mtab", "/proc/mounts"));
        volumes.forEach(volume -> folder(volume.replaceAll("/+", "/").replaceAll("^/|/$", "")));
    }

    private void folder(String path) {
        parents(path);
        if (!path.isEmpty() && !path.contains("..")) {
            entries.putIfAbsent(path, LayerEntry.directory(path, MODE));
        }
    }

    private void parents(String path) {
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            folder(path.substring(0, slash));
        }
    }

    Optional<LayerEntry> find(String path) {
        return Optional.ofNullable(entries.get(path));
    }
}
