package dev.varve.junit;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.varve.engine.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes the image {@code busybox} of this machine's own static busybox; a test that needs it is skipped where there is none. */
public final class Busybox implements BeforeAllCallback {
    private static final List<Path> PLACES = List.of(Path.of("/bin/busybox"), Path.of("/usr/bin/busybox"));
    private static boolean made;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        make();
    }

    static synchronized void make() throws IOException, InterruptedException {
        if (made) {
            return;
        }
        Path busybox = PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> abort("no busybox on this machine: install busybox-static"));
        Path folder = Files.createTempDirectory("varve-busybox-");
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
        Files.writeString(etc.resolve("passwd"), """
                root:x:0:0:root:/root:/bin/sh
                user:x:1000:1000:user:/home/user:/bin/sh
                """);
        Files.writeString(etc.resolve("group"), """
                root:x:0:
                user:x:1000:
                """);
        for (String name : List.of("root", "tmp", "dev", "proc", "sys")) {
            Files.createDirectories(folder.resolve("root").resolve(name));
        }
        Files.writeString(folder.resolve("Dockerfile"), """
                FROM scratch
                COPY root /
                ENV PATH=/bin
                CMD ["/bin/sh"]
                """);
        try (Engine engine = Engine.open()) {
            engine.build(folder).tag("busybox").run();
        }
        made = true;
    }
}
