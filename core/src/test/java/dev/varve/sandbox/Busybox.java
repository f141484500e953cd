package dev.varve.sandbox;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small root file system made of this machine's own busybox. */
final class Busybox {
    private static final List<String> PLACES = List.of("/bin/busybox", "/usr/bin/busybox");

    private Busybox() {}

    /** Makes one, or skips the test where there is no busybox that needs no library. */
    static Path unpack(Path folder) throws IOException, InterruptedException {
        Path busybox = PLACES.stream()
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> abort("no busybox on this machine: install busybox-static"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.copy(busybox, bin.resolve("busybox"));
        Process list = new ProcessBuilder(busybox.toString(), "--list").start();
        for (String applet : new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
            if (!applet.equals("busybox")) {
                Files.createSymbolicLink(bin.resolve(applet), Path.of("busybox"));
            }
        }
        list.waitFor();
        for (String name : List.of("etc", "tmp", "root", "proc", "sys", "dev")) {
            Files.createDirectory(folder.resolve(name));
        }
        return folder;
    }
}
