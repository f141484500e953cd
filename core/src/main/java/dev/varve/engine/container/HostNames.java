package dev.varve.engine.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine is called. */
final class HostNames {
    private HostNames() {}

    static String own() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
