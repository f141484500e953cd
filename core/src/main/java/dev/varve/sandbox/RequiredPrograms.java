package dev.varve.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The programs of the host that sandboxes are made with, and what brings them. */
final class RequiredPrograms {
    private static final Map<String, List<String>> OF_PACKAGES = new LinkedHashMap<>();

    static {
        OF_PACKAGES.put("util-linux", List.of("unshare", "nsenter", "setpriv", "setsid", "pivot_root"));
        OF_PACKAGES.put("mount (util-linux)", List.of("mount", "umount"));
        OF_PACKAGES.put("bsdutils (util-linux)", List.of("script"));
        OF_PACKAGES.put("GNU tar", List.of("tar"));
        OF_PACKAGES.put("coreutils", List.of("mkfifo", "cp", "rm", "mkdir", "readlink", "chown", "env"));
        OF_PACKAGES.put("a POSIX shell", List.of("sh"));
    }

    private RequiredPrograms() {}

    static List<Obstacle> missing() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return List.of(new Obstacle(
                    "containers are Linux', and this is " + System.getProperty("os.name"),
                    "use a Linux machine, real or virtual; what needs no RUN is built here too"));
        }
        List<Obstacle> obstacles = new ArrayList<>();
        OF_PACKAGES.forEach((name, programs) -> {
            List<String> missing = programs.stream()
                    .filter(program -> !HostCommand.exists(program))
                    .toList();
            if (!missing.isEmpty()) {
                String are = missing.size() == 1 ? " is" : " are";
                obstacles.add(new Obstacle(String.join(", ", missing) + are + " not installed", "install " + name));
            }
        });
        return obstacles;
    }
}
