package dev.varve.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An image with a shell, of this machine's busybox. */
public final class Busybox {
    private Busybox() {}

    /** Puts it into the store; skips the test where this machine has no static busybox, or can run nothing. */
    public static void image(Shell shell, String name) throws IOException {
        Optional<Path> program = Stream.of("/bin/busybox", "/usr/bin/busybox")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "there is no busybox on this machine to run in an image");
        Shell.Result imported = shell.input(archive(Files.readAllBytes(program.get())))
                .run("import", "--change", "ENV PATH=/bin", "--change", "CMD [\"sh\"]", "-", name);
        if (imported.code() != 0) {
            throw new AssertionError(imported.err());
        }
    }

    private static byte[] archive(byte[] busybox) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (LayerWriter writer = new LayerWriter(archive)) {
            for (String folder : List.of("bin", "etc", "tmp")) {
                writer.add(LayerEntry.directory(folder, 0755));
            }
            writer.add(LayerEntry.file("bin/busybox", 0755, busybox.length), new ByteArrayInputStream(busybox));
            for (String applet : List.of("sh", "ls", "cat", "echo", "sleep", "true", "false", "mkdir")) {
                writer.add(LayerEntry.symlink("bin/" + applet, "busybox"));
            }
            byte[] users = "root:x:0:0:root:/root:/bin/sh\n".getBytes(StandardCharsets.UTF_8);
            writer.add(LayerEntry.file("etc/passwd", 0644, users.length), new ByteArrayInputStream(users));
        }
        return archive.toByteArray();
    }
}
