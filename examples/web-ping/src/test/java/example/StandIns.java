package example;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.varve.engine.Engine;
import dev.varve.engine.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where the store has no node:22-alpine, puts something there that does as much as these tests need, so that they run without
 * a registry. With {@code varve pull node:22-alpine} into the same store they run with the real one.
 */
class StandIns implements BeforeAllCallback {
    private static final String NODE = """
            #!/bin/sh
            echo "Pinging: $TARGET; method: $METHOD"
            exec sleep 1000
            """;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        try (Engine engine = Engine.open()) {
            try {
                engine.image("node:22-alpine");
            } catch (NotFoundException e) {
                build(engine);
            }
        }
    }

    private static void build(Engine engine) throws IOException, InterruptedException {
        Path busybox = List.of(Path.of("/bin/busybox"), Path.of("/usr/bin/busybox")).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> abort("no busybox on this machine: install busybox-static"));
        Path folder = Files.createTempDirectory("node-");
        Files.copy(busybox, folder.resolve("busybox"));
        program(folder.resolve("node"), NODE);
        program(folder.resolve("npm"), "#!/bin/sh\necho up to date\n");
        Files.writeString(folder.resolve("Dockerfile"), """
                FROM scratch
                COPY busybox node npm /bin/
                ENV PATH=/bin
                RUN ["/bin/busybox", "--install", "-s", "/bin"]
                """);
        engine.build(folder).tag("node:22-alpine").run();
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
