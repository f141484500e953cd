package dev.varve.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** A program of the host that is run to its end. */
final class HostCommand {
    /** Where programs are beside this JVM's own {@code PATH}, which an ordinary user's may lack. */
    private static final String SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final int MOST_ERRORS = 16 << 10;

    private final ProcessBuilder builder;

    HostCommand(List<String> words) {
        builder = new ProcessBuilder(words);
        isolateEnvironment(builder);
    }

    /** Takes all from the environment but where programs are, so that messages are English and nothing else gets through. */
    static void isolateEnvironment(ProcessBuilder builder) {
        Map<String, String> environment = builder.environment();
        String path = environment.get("PATH");
        environment.clear();
        environment.put("PATH", path == null ? SYSTEM_PATH : SYSTEM_PATH + ":" + path);
        environment.put("LC_ALL", "C");
    }

    /** Whether there is such a program. */
    static boolean exists(String name) {
        return folders().anyMatch(folder -> Files.isExecutable(folder.resolve(name)));
    }

    /** Where a program is; its mere name where it is nowhere. */
    static String find(String name) {
        return folders()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(name);
    }

    private static Stream<Path> folders() {
        String path = System.getenv("PATH");
        return Arrays.stream((path == null ? SYSTEM_PATH : SYSTEM_PATH + ":" + path).split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(Path::of);
    }

    /** Writes to its standard input what it is given. */
    interface Feeder {
        void feed(OutputStream in) throws IOException;
    }

    /** @throws SandboxException with what it wrote to its standard error, where it fails */
    void run() throws IOException {
        run(in -> {});
    }

    void run(Feeder feeder) throws IOException {
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        await(feeder);
    }

    void runInto(Path output) throws IOException {
        builder.redirectOutput(output.toFile());
        await(in -> {});
    }

    private void await(Feeder feeder) throws IOException {
        Process process = start();
        CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> head(process.getErrorStream()));
        IOException broken = null;
        try (OutputStream in = process.getOutputStream()) {
            feeder.feed(in);
        } catch (IOException e) {
            broken = e;
        }
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new SandboxException(name() + " failed (" + code + "): " + errors.get());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while " + name() + " ran");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (SandboxException e) {
            if (broken != null) {
                e.addSuppressed(broken);
            }
            throw e;
        }
        if (broken != null) {
            throw broken;
        }
    }

    private Process start() throws SandboxException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new SandboxException("cannot start '" + name() + "': " + e.getMessage());
        }
    }

    private String name() {
        return builder.command().get(0);
    }

    private static String head(InputStream stream) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        try (stream) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                kept.write(buffer, 0, Math.min(read, MOST_ERRORS - kept.size()));
            }
        } catch (IOException e) {
            return e.toString();
        }
        return kept.toString(StandardCharsets.UTF_8).strip();
    }
}
