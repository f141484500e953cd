package dev.varve.structure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A layer with the programs of this machine's busybox. */
final class Programs {
    private Programs() {}

    /** Skips the test where there is no busybox. */
    static ByteArrayOutputStream layer() throws IOException {
        Optional<Path> busybox = Stream.of("/bin/busybox", "/usr/bin/busybox")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(busybox.isPresent(), "there is no busybox on this machine: install busybox-static");
        byte[] program = Files.readAllBytes(busybox.get());
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (LayerWriter writer = new LayerWriter(archive)) {
            writer.add(LayerEntry.file("bin/busybox", 0755, program.length), new ByteArrayInputStream(program));
            for (String applet : List.of("sh", "cat", "echo", "env", "id", "pwd", "touch", "grep", "printf", "test")) {
                writer.add(LayerEntry.symlink("bin/" + applet, "busybox"));
            }
        }
        return archive;
    }
}
