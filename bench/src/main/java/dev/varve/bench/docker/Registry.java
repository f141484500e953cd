package dev.varve.bench.docker;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@code docker-registry} of its own that both sides pull from, over plain HTTP. */
final class Registry implements Closeable {
    private final Process process;
    private final int port;

    private Registry(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Registry start(Path folder) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path config = Files.writeString(
                folder.resolve("registry.yml"),
                "version: 0.1\nlog: {level: warn}\nstorage: {filesystem: {rootdirectory: " + folder.resolve("registry")
                        + "}}\nhttp: {addr: '127.0.0.1:" + port + "'}\n");
        Process process = new ProcessBuilder("docker-registry", "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Registry registry = new Registry(process, port);
        while (!registry.answers()) {
            if (!process.isAlive()) {
                throw new IOException("docker-registry ended with " + process.exitValue());
            }
            Thread.onSpinWait();
        }
        return registry;
    }

    private boolean answers() {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    String name(String image) {
        return "localhost:" + port + "/" + image;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
