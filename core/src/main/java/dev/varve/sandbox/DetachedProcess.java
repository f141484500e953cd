package dev.varve.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** A process that this JVM did not start itself, or does not hold: it is known by the files in its folder. */
final class DetachedProcess implements Running {
    private static final long FIRST_PAUSE = 1;
    private static final long LONGEST_PAUSE = 50;

    private final StateFolder state;

    DetachedProcess(StateFolder state) {
        this.state = state;
    }

    @Override
    public HostProcess process() throws IOException, InterruptedException {
        for (long pause = FIRST_PAUSE; ; pause = longer(pause)) {
            Optional<HostProcess> found = state.process();
            if (found.isPresent()) {
                return found.get();
            }
            if (hasEnded()) {
                state.requireStarted();
            }
            Thread.sleep(pause);
        }
    }

    @Override
    public void awaitStart() throws IOException, InterruptedException {
        for (long pause = FIRST_PAUSE; !state.isStarted(); pause = longer(pause)) {
            if (hasEnded()) {
                state.requireStarted();
            }
            Thread.sleep(pause);
        }
    }

    private static long longer(long pause) {
        return Math.min(2 * pause, LONGEST_PAUSE);
    }

    /** Whether nothing more will be written down. */
    private boolean hasEnded() throws IOException {
        Optional<HostProcess> supervisor = state.supervisor();
        return state.exitCode().isPresent()
                || (supervisor.isPresent() && !supervisor.get().isAlive());
    }

    @Override
    public int waitFor() throws IOException, InterruptedException {
        HostProcess process = process();
        for (long pause = FIRST_PAUSE; ; pause = longer(pause)) {
            boolean last = !process.isAlive() && (state.supervisor().isEmpty() || hasEnded());
            Optional<Integer> code = state.exitCode();
            if (code.isPresent()) {
                state.requireStarted();
                return code.get();
            }
            if (last) {
                throw new SandboxException("nobody was there to see what the process exited with");
            }
            Thread.sleep(pause);
        }
    }

    @Override
    public void signal(String name) throws IOException, InterruptedException {
        process().signal(name);
    }

    @Override
    public void kill() {
        Signals.kill(this);
    }

    @Override
    public OutputStream stdin() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream stdout() {
        return InputStream.nullInputStream();
    }

    @Override
    public InputStream stderr() {
        return InputStream.nullInputStream();
    }
}
