package dev.varve.cli.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** distribution's {@code docker-registry}, as Debian packages it; a test that asks for one where there is none is skipped. */
public final class RealRegistry implements Closeable {
    static final String USER = "varve";
    static final String PASSWORD = "opensesame";

    /** Of {@link #PASSWORD}; the registry reads nothing but bcrypt. */
    private static final String HTPASSWD = USER + ":$2b$04$GljQF.FUXfriKX.hQaStpuTljXZPz680JVBOrqI9XP6tRDKy77sky\n";

    private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");
    private static final int ATTEMPTS = 1500;
    private static final int MILLIS_BETWEEN = 20;

    private final Process process;
    private final int port;

    private RealRegistry(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param withPassword whether it wants {@link #USER} and {@link #PASSWORD} */
    public static RealRegistry start(Path folder, boolean withPassword) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), PROGRAM + " is not installed: no real registry to test with");
        Files.createDirectories(folder);
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        List<String> config = new ArrayList<>(List.of(
                "version: 0.1",
                "storage:",
                "  filesystem:",
                "    rootdirectory: " + folder.resolve("registry"),
                "http:",
                "  addr: 127.0.0.1:" + port));
        if (withPassword) {
            Path passwords = Files.writeString(folder.resolve("htpasswd"), HTPASSWD);
            config.addAll(List.of("auth:", "  htpasswd:", "    realm: varve", "    path: " + passwords));
        }
        Path file = Files.write(folder.resolve("config.yml"), config);
        Process process = new ProcessBuilder(PROGRAM.toString(), "serve", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        RealRegistry registry = new RealRegistry(process, port);
        registry.awaitAnswer(folder.resolve("log"));
        return registry;
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        for (int i = 0; i < ATTEMPTS && process.isAlive(); i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                Thread.sleep(MILLIS_BETWEEN);
            }
        }
        close();
        throw new IOException("the registry does not answer: " + Files.readString(log));
    }

    /** With which the names of its images begin. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
