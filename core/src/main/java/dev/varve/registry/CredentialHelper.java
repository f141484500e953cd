package dev.varve.registry;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program that keeps credentials (docker-credential-helpers' protocol). */
final class CredentialHelper {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST = 1024 * 1024;
    private static final String TOKEN_USER = "<token>";

    private final String program;
    private final Map<String, String> environment;
    private final Duration patience;

    CredentialHelper(String name, Map<String, String> environment) {
        this(name, environment, PATIENCE);
    }

    CredentialHelper(String name, Map<String, String> environment, Duration patience) {
        this.program = "docker-credential-" + name;
        this.environment = environment;
        this.patience = patience;
    }

    /** What it printed, and whether it succeeded. */
    private record Outcome(boolean succeeded, String output) {}

    /** @param key the registry as Docker names it to helpers */
    Optional<Credentials> get(String key) throws IOException {
        Outcome outcome = run("get", key);
        if (!outcome.succeeded) {
            if (outcome.output.contains("credentials not found")) {
                return Optional.empty();
            }
            throw failed("get", outcome);
        }
        try {
            JsonObject json = JsonObject.parse(outcome.output.getBytes(StandardCharsets.UTF_8));
            String user = json.text("Username");
            String secret = json.text("Secret");
            return Optional.of(
                    user.equals(TOKEN_USER)
                            ? new Credentials.IdentityToken(secret)
                            : new Credentials.Password(user, secret));
        } catch (JsonException e) {
            // What the parser says may quote what it read.
            throw new RegistryException(program + " get prints something else than credentials");
        }
    }

    void store(String key, Credentials.Password password) throws IOException {
        JsonObject json = JsonObject.EMPTY
                .with("ServerURL", key)
                .with("Username", password.user())
                .with("Secret", password.password());
        require("store", run("store", json.toString()));
    }

    void erase(String key) throws IOException {
        require("erase", run("erase", key));
    }

    private void require(String action, Outcome outcome) throws RegistryException {
        if (!outcome.succeeded) {
            throw failed(action, outcome);
        }
    }

    private RegistryException failed(String action, Outcome outcome) {
        return new RegistryException(program + " " + action + " fails: " + Plain.text(outcome.output));
    }

    private Outcome run(String action, String input) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(find().toString(), action).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process));
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It need not read what it is told; what it says counts.
            }
            String text = output.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Outcome(ended && process.exitValue() == 0, text);
        } catch (TimeoutException e) {
            throw new RegistryException(
                    program + " " + action + " does not answer within " + patience.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw new RegistryException(program + " " + action + " cannot be read", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Process process) {
        try (InputStream out = process.getInputStream()) {
            return new String(out.readNBytes(MOST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path find() throws RegistryException {
        if (program.contains("/")) {
            throw new RegistryException(
                    "a credential helper has the name '" + Plain.text(program) + "', which is none");
        }
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            File file = new File(folder, program);
            if (!folder.isEmpty() && file.canExecute() && file.isFile()) {
                return file.getAbsoluteFile().toPath();
            }
        }
        throw new RegistryException("the credential helper " + program + " is not on the PATH");
    }
}
