package dev.varve.sandbox;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A process started by a thread that lives as long as it does. The kernel sends the signal that a process asked for at its
 * parent's death ({@code PR_SET_PDEATHSIG}) when the thread that started it ends, not when the whole JVM does.
 */
final class HeldProcess {
    private HeldProcess() {}

    static Process start(ProcessBuilder builder) throws IOException, InterruptedException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread holder = new Thread(() -> hold(builder, started), "sandbox");
        holder.setDaemon(true);
        holder.start();
        try {
            return started.get();
        } catch (ExecutionException e) {
            throw new SandboxException("cannot start '" + builder.command().get(0) + "': " + e.getCause());
        }
    }

    private static void hold(ProcessBuilder builder, CompletableFuture<Process> started) {
        Process process;
        try {
            process = builder.start();
        } catch (IOException | RuntimeException e) {
            started.completeExceptionally(e);
            return;
        }
        started.complete(process);
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                // nobody has this thread; what it holds must not die of it
            }
        }
    }
}
