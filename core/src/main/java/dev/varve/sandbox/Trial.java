package dev.varve.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the namespaces and mounts of a container, with nothing in it, to see what fails. */
final class Trial {
    private static final String IN_CONTAINER =
            "where this is a container itself, start that with --privileged, or with "
                    + "--cap-add SYS_ADMIN and seccomp, apparmor and systempaths unconfined (--security-opt)";

    private final Ids ids;
    private final Path folder;

    private Trial(Ids ids, Path folder) {
        this.ids = ids;
        this.folder = folder;
    }

    static List<Obstacle> obstacles(Ids ids, Path folder) {
        try {
            return new Trial(ids, folder).obstacles();
        } catch (IOException e) {
            return List.of(new Obstacle("containers cannot be kept in " + folder + ": " + e, "set VARVE_HOME"));
        }
    }

    private List<Obstacle> obstacles() throws IOException {
        Path tried = Files.createTempDirectory(folder, "trial").toRealPath();
        Path output = Files.createTempFile(folder, "trial", ".out");
        List<String> there;
        String error = "";
        try {
            new HostCommand(command(tried)).runInto(output);
        } catch (SandboxException e) {
            error = String.valueOf(e.getMessage());
        } finally {
            there = Files.readAllLines(output);
            Files.delete(output);
            // a trial that came to nothing left the folder empty
            Files.deleteIfExists(tried);
        }
        return judge(there, reason(error));
    }

    /** What the program said first, without which program that was. */
    private static String reason(String message) {
        return message.replaceFirst("^.* failed \\(\\d+\\): ", "")
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^mount: \\S+: ", "");
    }

    private List<String> command(Path tried) {
        List<String> command = new ArrayList<>(List.of("unshare"));
        command.addAll(ids.flags());
        command.addAll(List.of("--mount", "--uts", "--ipc", "--pid", "--cgroup", "--fork", "--kill-child"));
        command.addAll(List.of("sh", "-c", Resource.TRIAL, "sh", tried.toString()));
        command.add(ids.inUserNamespace() ? ",userxattr" : "");
        return command;
    }

    private List<Obstacle> judge(List<String> there, String error) throws IOException {
        if (!there.contains("overlay") && ids.inUserNamespace()) {
            List<Obstacle> forbidden = UserNamespaces.obstacles();
            if (!forbidden.isEmpty()) {
                return forbidden;
            }
        }
        if (!there.contains("namespaces")) {
            return List.of(namespaces(error));
        }
        if (error.contains("No space left on device")) {
            // a full disk has its own message
            return List.of();
        }
        if (!there.contains("overlay")) {
            return List.of(overlay(error));
        }
        if (!there.contains("proc")) {
            return List.of(new Obstacle("no new /proc can be mounted (" + error + ")", IN_CONTAINER));
        }
        return there.contains("tar")
                ? List.of()
                : List.of(new Obstacle("tar is not GNU's, and keeps no extended attributes", "install GNU tar"));
    }

    private Obstacle namespaces(String error) {
        if (error.contains("option")) {
            return new Obstacle("unshare is not util-linux', or too old (" + error + ")", "install util-linux");
        }
        String remedy = ids.inUserNamespace() ? IN_CONTAINER + "; else run as root" : IN_CONTAINER;
        return new Obstacle("no new namespaces can be made (" + error + ")", remedy);
    }

    private Obstacle overlay(String error) throws IOException {
        if (Files.readAllLines(Path.of("/proc/filesystems")).stream().noneMatch(line -> line.endsWith("\toverlay"))) {
            return new Obstacle("the kernel has no overlayfs (" + error + ")", "as root: modprobe overlay");
        }
        String type = Files.getFileStore(folder).type();
        return new Obstacle(
                "overlayfs cannot be mounted on " + type + ", where " + folder + " is (" + error + ")",
                "set VARVE_HOME to a folder on ext4, xfs, btrfs or tmpfs; " + IN_CONTAINER);
    }
}
