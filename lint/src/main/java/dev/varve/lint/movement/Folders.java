package dev.varve.lint.movement;

import java.util.List;

/** Paths in a container. */
final class Folders {
    private static final List<String> SYSTEM = List.of(
            "/etc",
            "/usr",
            "/bin",
            "/sbin",
            "/lib",
            "/lib32",
            "/lib64",
            "/var",
            "/opt",
            "/root",
            "/tmp",
            "/dev",
            "/proc",
            "/run",
            "/boot",
            "/sys",
            "/nix",
            "/libexec");
    /** Where official images put applications, though it lies in a folder of the system. */
    private static final List<String> APPLICATIONS =
            List.of("/usr/src", "/var/www", "/usr/share/nginx/html", "/usr/local/app", "/opt/app");

    private Folders() {}

    /** Whether an absolute path is one that packages and tools are installed to, and no application is. */
    static boolean isSystem(String path) {
        return SYSTEM.stream().anyMatch(folder -> isIn(path, folder))
                && APPLICATIONS.stream().noneMatch(folder -> isIn(path, folder));
    }

    /** Whether one of these absolute paths lies in the other or is the same. */
    static boolean overlap(String one, String other) {
        return isIn(one, other) || isIn(other, one);
    }

    private static boolean isIn(String path, String folder) {
        return folder.equals("/") || path.equals(folder) || path.startsWith(folder + "/");
    }

    /** A path seen from a folder, without {@code .} and doubled or trailing slashes. */
    static String resolve(String folder, String path) {
        StringBuilder resolved = new StringBuilder();
        for (String name : (path.startsWith("/") ? path : folder + "/" + path).split("/")) {
            if (name.equals("..")) {
                resolved.setLength(Math.max(0, resolved.lastIndexOf("/")));
            } else if (!name.isEmpty() && !name.equals(".")) {
                resolved.append('/').append(name);
            }
        }
        return resolved.isEmpty() ? "/" : resolved.toString();
    }
}
