package dev.varve.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** What a mount of the host's forbids: a user namespace that mounts it again cannot take that away, and has to say it again. */
final class MountFlags {
    private static final Path TABLE = Path.of("/proc/self/mountinfo");
    private static final Set<String> LOCKED =
            Set.of("nosuid", "nodev", "noexec", "noatime", "nodiratime", "relatime", "strictatime");

    private MountFlags() {}

    /** Each with a comma before it. */
    static String of(Path path) {
        String flags = "";
        try {
            Path real = path.toRealPath();
            int longest = -1;
            for (String line : Files.readAllLines(TABLE)) {
                // proc(5): id, parent, device, root, mount point, options
                String[] fields = line.split(" ");
                Path point = Path.of(unescape(fields[4]));
                if (real.startsWith(point) && point.getNameCount() >= longest) {
                    longest = point.getNameCount();
                    flags = fields[5];
                }
            }
        } catch (IOException e) {
            return "";
        }
        StringBuilder kept = new StringBuilder();
        for (String flag : flags.split(",")) {
            if (LOCKED.contains(flag)) {
                kept.append(',').append(flag);
            }
        }
        return kept.toString();
    }

    private static String unescape(String field) {
        return field.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
