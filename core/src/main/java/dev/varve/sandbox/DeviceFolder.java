package dev.varve.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code /dev} of a container has in it (the OCI runtime specification's list). */
final class DeviceFolder {
    static final List<String> DEVICES = List.of("null", "zero", "full", "random", "urandom", "tty");

    private static final Map<String, String> LINKS = Map.of(
            "fd", "/proc/self/fd",
            "stdin", "/proc/self/fd/0",
            "stdout", "/proc/self/fd/1",
            "stderr", "/proc/self/fd/2",
            "core", "/proc/kcore",
            "ptmx", "pts/ptmx");

    private DeviceFolder() {}

    /** The files that devices are mounted on. */
    static List<String> files(boolean terminal) {
        List<String> files = new ArrayList<>(DEVICES);
        if (terminal) {
            files.add("console");
        }
        return files;
    }

    /** Makes a folder of the links. */
    static void create(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Files.createDirectory(folder);
        for (Map.Entry<String, String> link : LINKS.entrySet()) {
            Files.createSymbolicLink(folder.resolve(link.getKey()), Path.of(link.getValue()));
        }
    }
}
