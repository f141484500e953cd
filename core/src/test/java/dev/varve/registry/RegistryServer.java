package dev.varve.registry;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real registry on this machine: distribution's {@code docker-registry}, as Debian packages it. A test that asks for one
 * where there is none is skipped, and says so.
 */
public final class RegistryServer implements Closeable {
    public static final String USER = "varve";
    public static final String PASSWORD = "opensesame";

    private static final String PROGRAM = "docker-registry";
    private static final long PATIENCE_SECONDS = 30;
    /** Of {@link #PASSWORD}; the registry reads nothing but bcrypt. */
    private static final String HTPASSWD = USER + ":$2b$04$GljQF.FUXfriKX.hQaStpuTljXZPz680JVBOrqI9XP6tRDKy77sky\n";

    private final Process process;
    private final int port;
    private final Path folder;

    private RegistryServer(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    /** One that anybody may use, over plain HTTP. */
    public static RegistryServer start(Path folder) throws IOException {
        return start(folder, List.of(), List.of());
    }

    /** One that wants {@link #USER} and {@link #PASSWORD}. */
    public static RegistryServer startWithPassword(Path folder) throws IOException {
        Path passwords = Files.writeString(Files.createDirectories(folder).resolve("htpasswd"), HTPASSWD);
        return start(folder, List.of("auth:", "  htpasswd:", "    realm: varve", "    path: " + passwords), List.of());
    }

    /** @param http further lines of the section {@code http} */
    static RegistryServer start(Path folder, List<String> sections, List<String> http) throws IOException {
        Assumptions.assumeTrue(isInstalled(PROGRAM), PROGRAM + " is not installed: no real registry to test with");
        Files.createDirectories(folder);
        int port = freePort();
        List<String> lines = new ArrayList<>(List.of(
                "version: 0.1",
                "log:",
                "  level: warn",
                "storage:",
                "  filesystem:",
                "    rootdirectory: " + folder.resolve("registry"),
                "  delete:",
                "    enabled: true",
                "http:",
                "  addr: 127.0.0.1:" + port));
        lines.addAll(http);
        lines.addAll(sections);
        Path config = Files.write(folder.resolve("config.yml"), lines);
        Process process = new ProcessBuilder(PROGRAM, "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        RegistryServer server = new RegistryServer(process, port, folder);
        server.awaitAnswer();
        return server;
    }

    static boolean isInstalled(String program) {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            if (answers()) {
                return;
            }
            sleep();
        }
        close();
        throw new IOException(PROGRAM + " does not answer: " + Files.readString(folder.resolve("log")));
    }

    private boolean answers() {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Its {@code host:port}, with which the names of its images begin. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
