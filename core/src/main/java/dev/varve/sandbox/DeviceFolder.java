package dev.varve.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code /dev} of a container has in it before anything is mounted there (the OCI runtime specification's list). */
final class DeviceFolder {
    static final List<String> DEVICES = List.of("null", "zero", "full", "random", "urandom", "tty");

    private static final List<String> FOLDERS = List.of("pts", "shm", "mqueue");

    private static final Map<String, String> LINKS = Map.of(
            "fd", "/proc/self/fd",
            "stdin", "/proc/self/fd/0",
            "stdout", "/proc/self/fd/1",
            "stderr", "/proc/self/fd/2",
            "core", "/proc/kcore",
            "ptmx", "pts/ptmx");

    private DeviceFolder() {}

    static void create(Path folder, boolean terminal) throws IOException {
        if (!Files.exists(folder)) {
            fill(folder);
        }
        if (terminal && !Files.exists(folder.resolve("console"))) {
            Files.createFile(folder.resolve("console"));
        }
    }

    private static void fill(Path folder) throws IOException {
        Files.createDirectory(folder);
        for (String device : DEVICES) {
            Files.createFile(folder.resolve(device));
        }
        for (String name : FOLDERS) {
            Files.createDirectory(folder.resolve(name));
        }
        for (Map.Entry<String, String> link : LINKS.entrySet()) {
            Files.createSymbolicLink(folder.resolve(link.getKey()), Path.of(link.getValue()));
        }
    }
}
