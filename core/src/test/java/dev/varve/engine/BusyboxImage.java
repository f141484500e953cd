package dev.varve.engine;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An image made of this machine's own busybox, with a user. */
final class BusyboxImage {
    private static final List<Path> PLACES = List.of(Path.of("/bin/busybox"), Path.of("/usr/bin/busybox"));

    private BusyboxImage() {}

    /** Builds it, or skips the test where there is no busybox that needs no library. */
    static void in(Engine engine, Path folder, String name) throws IOException, InterruptedException {
        Path busybox = PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> abort("no busybox on this machine: install busybox-static"));
        Path bin = Files.createDirectories(folder.resolve("root/bin"));
        Files.copy(busybox, bin.resolve("busybox"));
        Process list = new ProcessBuilder(busybox.toString(), "--list").start();
        for (String applet : new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            if (!applet.equals("busybox")) {
                Files.createSymbolicLink(bin.resolve(applet), Path.of("busybox"));
            }
        }
        Path etc = Files.createDirectories(folder.resolve("root/etc"));
        Files.writeString(
                etc.resolve("passwd"), "root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000:user:/home/user:/bin/sh\n");
        Files.writeString(etc.resolve("group"), "root:x:0:\nuser:x:1000:\n");
        for (String made : List.of("root", "tmp", "dev", "proc", "sys")) {
            Files.createDirectories(folder.resolve("root").resolve(made));
        }
        Files.writeString(
                folder.resolve("Dockerfile"), "FROM scratch\nCOPY root /\nENV PATH=/bin\nCMD [\"/bin/sh\"]\n");
        engine.build(folder).tag(name).run();
    }
}
