package dev.varve.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What {@code mount -t overlay} is told. The kernel takes no more than a page of it, so the lower folders are named from
 * the folder that all of them are in.
 */
record OverlayOptions(Path base, String options) {
    static OverlayOptions of(List<Path> lower, Path upper, Path work, String more) {
        Path base = common(lower);
        List<Path> highestFirst = new ArrayList<>(lower);
        Collections.reverse(highestFirst);
        List<String> names = highestFirst.stream()
                .map(folder -> escape(name(base, folder)).replace(":", "\\:"))
                .toList();
        return new OverlayOptions(
                base,
                "lowerdir=" + String.join(":", names) + ",upperdir=" + escape(upper.toString()) + ",workdir="
                        + escape(work.toString()) + more);
    }

    private static String name(Path base, Path folder) {
        String name = base.relativize(folder).toString();
        return name.isEmpty() ? "." : name;
    }

    private static Path common(List<Path> folders) {
        Path base = folders.get(0);
        for (Path folder : folders) {
            int shared = 0;
            int most = Math.min(base.getNameCount(), folder.getNameCount());
            while (shared < most && base.getName(shared).equals(folder.getName(shared))) {
                shared++;
            }
            base = shared == 0 ? Path.of("/") : Path.of("/").resolve(base.subpath(0, shared));
        }
        return base;
    }

    /** {@code overlayfs.rst}: a comma ends an option, a backslash takes its meaning from what follows. */
    private static String escape(String path) {
        return path.replace("\\", "\\\\").replace(",", "\\,");
    }
}
