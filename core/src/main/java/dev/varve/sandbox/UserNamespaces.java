package dev.varve.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The switches of a system with which it keeps user namespaces from ordinary users. */
final class UserNamespaces {
    private UserNamespaces() {}

    static List<Obstacle> obstacles() {
        if (!Files.exists(Path.of("/proc/self/ns/user"))) {
            return List.of(new Obstacle("the kernel has no user namespaces", "run as root"));
        }
        List<Obstacle> obstacles = new ArrayList<>();
        check(obstacles, "user.max_user_namespaces", "0", "15000");
        // Debian's kernel before 5.10, and Arch's hardened one
        check(obstacles, "kernel.unprivileged_userns_clone", "0", "1");
        // Ubuntu since 23.10: there are namespaces then, but in them nothing may be mounted
        check(obstacles, "kernel.apparmor_restrict_unprivileged_userns", "1", "0");
        return obstacles;
    }

    private static void check(List<Obstacle> obstacles, String setting, String bad, String good) {
        try {
            String value =
                    Files.readString(Path.of("/proc/sys", setting.split("\\."))).strip();
            if (value.equals(bad)) {
                obstacles.add(new Obstacle(
                        "user namespaces are switched off for ordinary users (" + setting + " is " + bad + ")",
                        "as root: sysctl -w " + setting + "=" + good + ", or run as root"));
            }
        } catch (IOException e) {
            // a kernel without this switch
        }
    }
}
