package dev.varve.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process whose isolation was made by the scripts of this package. */
final class EmbeddedProcess implements Running {
    private final Process process;
    private final StateFolder state;

    EmbeddedProcess(Process process, StateFolder state) {
        this.process = process;
        this.state = state;
    }

    @Override
    public HostProcess process() throws IOException, InterruptedException {
        while (true) {
            boolean ended = process.waitFor(1, TimeUnit.MILLISECONDS);
            Optional<HostProcess> found = state.process();
            if (found.isPresent()) {
                return found.get();
            }
            if (ended) {
                state.requireStarted();
            }
        }
    }

    @Override
    public void awaitStart() throws IOException, InterruptedException {
        while (!state.isStarted()) {
            if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
                state.requireStarted();
                return;
            }
        }
    }

    @Override
    public OutputStream stdin() {
        return process.getOutputStream();
    }

    @Override
    public InputStream stdout() {
        return process.getInputStream();
    }

    @Override
    public InputStream stderr() {
        return process.getErrorStream();
    }

    @Override
    public int waitFor() throws IOException, InterruptedException {
        int code = process.waitFor();
        state.requireStarted();
        return code;
    }

    @Override
    public void signal(String name) throws IOException, InterruptedException {
        process().signal(name);
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }
}
