package dev.varve.engine.container;

import dev.varve.sandbox.Sandbox;
import dev.varve.sandbox.SandboxException;
import dev.varve.store.ContainerFolder;
import dev.varve.store.Store;
import dev.varve.store.StoreException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The process that sees to a container whose caller does not wait for it: {@code Supervisor HOME ID}. Its first line of output
 * is {@code started}, or {@code refused CODE} and why.
 */
public final class Supervisor {
    private Supervisor() {}

    /** Starts the container and stays until it has ended. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream answer = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Sandbox sandbox = Sandbox.detect();
        try (Store store = Store.open(Path.of(arguments[0]), sandbox::delete)) {
            ContainerFolder folder = store.containers()
                    .find(arguments[1])
                    .orElseThrow(() -> new StoreException("there is no container " + arguments[1] + " any more"));
            Supervision supervision = Supervision.start(store, sandbox, folder, Attachment.NONE);
            answer.println(Detachment.STARTED);
            supervision.waitFor();
        } catch (IOException e) {
            int code = e instanceof SandboxException refused ? refused.exitCode() : SandboxException.FAILED;
            answer.println(Detachment.REFUSED + code + " " + e.getMessage());
        }
    }
}
