package dev.varve.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A further process of a container: the one descendant of what has joined the namespaces. */
final class JoinedProcess implements Running {
    private final Process joining;
    private final int generation;

    /** @param generation 1 for a child, 2 for a child's child */
    JoinedProcess(Process joining, int generation) {
        this.joining = joining;
        this.generation = generation;
    }

    @Override
    public HostProcess process() throws IOException, InterruptedException {
        while (!joining.waitFor(1, TimeUnit.MILLISECONDS)) {
            Optional<ProcessHandle> descendant = Optional.of(joining.toHandle());
            for (int i = 0; i < generation; i++) {
                descendant = descendant.flatMap(parent -> parent.children().findFirst());
            }
            if (descendant.isPresent()) {
                Optional<HostProcess> found = HostProcess.of(descendant.get().pid());
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new SandboxException("the process has ended already");
    }

    @Override
    public void awaitStart() throws IOException, InterruptedException {
        process();
    }

    @Override
    public OutputStream stdin() {
        return joining.getOutputStream();
    }

    @Override
    public InputStream stdout() {
        return joining.getInputStream();
    }

    @Override
    public InputStream stderr() {
        return joining.getErrorStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
        return joining.waitFor();
    }

    @Override
    public void signal(String name) throws IOException, InterruptedException {
        try {
            process().signal(name);
        } catch (SandboxException e) {
            // it may be gone, and needs no signal then
            if (joining.isAlive()) {
                throw e;
            }
        }
    }

    @Override
    public void kill() {
        if (joining.isAlive()) {
            Signals.kill(this);
        }
        joining.destroyForcibly();
    }
}
