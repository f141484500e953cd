package dev.varve.engine.container;

import dev.varve.sandbox.HostProcess;
import dev.varve.sandbox.Running;
import dev.varve.sandbox.Sandbox;
import dev.varve.sandbox.SandboxException;
import dev.varve.sandbox.SandboxSupport;
import dev.varve.sandbox.Stdio;
import dev.varve.store.ContainerFolder;
import dev.varve.store.Store;
import dev.varve.store.StoreLock;
import dev.varve.store.WorkFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A container that runs, and this process that sees to it: holds its lock, writes its log and writes down how it ends. It
 * ends with this process.
 */
public final class Supervision {
    private final Store store;
    private final StoreLock lock;
    private final OutputLog log;
    private final Running running;
    private final OutputPump out;
    private final OutputPump err;
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private StoredContainer container;

    private Supervision(Store store, StoredContainer container, StoreLock lock, Running running, Attachment attachment)
            throws IOException {
        this.store = store;
        this.container = container;
        this.lock = lock;
        this.running = running;
        this.log = OutputLog.append(container.folder().log());
        this.out = new OutputPump(running.stdout(), log.stream(false), attachment.out());
        this.err = new OutputPump(running.stderr(), log.stream(true), attachment.err());
        Thread watcher = new Thread(this::watch, "container " + container.name());
        watcher.setDaemon(true);
        watcher.start();
    }

    /**
     * Starts a container.
     *
     * @throws SandboxException where its program cannot be started; that is written down
     */
    public static Supervision start(Store store, Sandbox sandbox, ContainerFolder folder, Attachment attachment)
            throws IOException, InterruptedException {
        StoreLock lock = Locks.take(folder);
        boolean started = false;
        StoredContainer container = StoredContainer.read(folder);
        try {
            Supervision supervision = start(store, sandbox, container, lock, attachment);
            started = true;
            return supervision;
        } catch (SandboxException e) {
            SandboxException explained = explained(store, e);
            container.save(container.state().refused(e.exitCode(), String.valueOf(explained.getMessage())));
            throw explained;
        } finally {
            if (!started) {
                lock.close();
                removeIfWanted(store, container);
            }
        }
    }

    private static SandboxException explained(Store store, SandboxException failure) throws IOException {
        try (WorkFolder work = store.workFolder()) {
            return SandboxSupport.explain(failure, work.path());
        }
    }

    private static Supervision start(
            Store store, Sandbox sandbox, StoredContainer container, StoreLock lock, Attachment attachment)
            throws IOException, InterruptedException {
        Stdio in = attachment.stdin(container.settings().interactive());
        Running running = sandbox.start(new Launch(store, sandbox, container).spec(in, Stdio.PIPE, Stdio.PIPE));
        boolean seenTo = false;
        try {
            running.awaitStart();
            StoredContainer started = container.save(container.state().running(process(running), Instant.now()));
            Supervision supervision = new Supervision(store, started, lock, running, attachment);
            seenTo = true;
            return supervision;
        } finally {
            if (!seenTo) {
                running.kill();
            }
        }
    }

    /** Which process it is; empty for one that was quicker than the question. */
    private static Optional<HostProcess> process(Running running) throws IOException, InterruptedException {
        try {
            return Optional.of(running.process());
        } catch (SandboxException e) {
            return Optional.empty();
        }
    }

    private static void removeIfWanted(Store store, StoredContainer container)
            throws IOException, InterruptedException {
        if (container.settings().removed()) {
            Locks.awaitReaders(container.folder());
            store.containers().remove(container.folder());
        }
    }

    private void watch() {
        try {
            int code = running.waitFor();
            finish(container.state().exited(code, Instant.now()));
            end.complete(code);
        } catch (SandboxException e) {
            finishBadly(container.state().refused(e.exitCode(), String.valueOf(e.getMessage())), e);
        } catch (IOException | InterruptedException | RuntimeException e) {
            running.kill();
            finishBadly(container.state().exited(ContainerState.KILLED, Instant.now()), e);
        }
    }

    private void finishBadly(ContainerState state, Exception why) {
        try {
            finish(state);
        } catch (IOException | InterruptedException e) {
            why.addSuppressed(e);
        }
        end.completeExceptionally(why);
    }

    private void finish(ContainerState state) throws IOException, InterruptedException {
        try (lock) {
            out.finish();
            err.finish();
            log.close();
            container = container.save(state);
            running.stdin().close();
        }
        removeIfWanted(store, container);
    }

    /** Its standard input, where it has one and it is a pipe. */
    public OutputStream stdin() {
        return running.stdin();
    }

    /** Sends it a signal, by its name without {@code SIG}. */
    public void signal(String name) throws IOException, InterruptedException {
        running.signal(name);
    }

    /**
     * Waits for its end, which has been written down then.
     *
     * @throws SandboxException where its program was never executed
     */
    public int waitFor() throws IOException, InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SandboxException refused) {
                throw refused;
            }
            throw new IOException("container " + container.name() + " could not be seen to: " + e.getCause(), e);
        }
    }
}
