package example;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.varve.engine.Engine;
import dev.varve.engine.NotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where the store has no eclipse-temurin:17, puts one there of this machine's own JDK, with its C library and a busybox. With
 * {@code varve pull eclipse-temurin:17} into the same store the tests run with the real one.
 */
class LocalJdk implements BeforeAllCallback {
    private static final Path HOME = Path.of(System.getProperty("java.home"));
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        try (Engine engine = Engine.open()) {
            try {
                engine.image("eclipse-temurin:17");
            } catch (NotFoundException e) {
                build(engine, Files.createTempDirectory("jdk-"));
            }
        }
    }

    private static void build(Engine engine, Path folder) throws IOException, InterruptedException {
        Path busybox = List.of(Path.of("/bin/busybox"), Path.of("/usr/bin/busybox")).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> abort("no busybox on this machine: install busybox-static"));
        if (!Files.isDirectory(HOME.resolve("jmods"))) {
            abort("no jmods in " + HOME + " to make a runtime of");
        }
        Path root = folder.resolve("root");
        Path jdk = root.resolve("opt/jdk");
        Files.createDirectories(root.resolve("opt"));
        run(
                HOME.resolve("bin/jlink").toString(),
                "--add-modules",
                "java.base,jdk.httpserver,jdk.compiler",
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                jdk.toString());
        for (String library : libraries(jdk)) {
            Path to = root.resolve(library.substring(1));
            Files.createDirectories(to.getParent());
            Files.copy(Path.of(library).toRealPath(), to, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createDirectories(root.resolve("bin"));
        Files.copy(busybox, root.resolve("bin/busybox"));
        Files.writeString(folder.resolve("Dockerfile"), """
                FROM scratch
                COPY root /
                ENV PATH=/opt/jdk/bin:/bin
                RUN ["/bin/busybox", "--install", "-s", "/bin"]
                RUN mkdir -m 1777 /tmp
                """);
        engine.build(folder).tag("eclipse-temurin:17").run();
    }

    private static List<String> libraries(Path jdk) throws IOException, InterruptedException {
        List<String> libraries = new ArrayList<>();
        for (String binary : List.of("bin/java", "lib/server/libjvm.so", "lib/libnio.so", "lib/libnet.so")) {
            Matcher found = LIBRARY.matcher(run("ldd", jdk.resolve(binary).toString()));
            while (found.find()) {
                if (!found.group(1).startsWith(jdk.toString())) {
                    libraries.add(found.group(1));
                }
            }
        }
        return libraries;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output;
    }
}
