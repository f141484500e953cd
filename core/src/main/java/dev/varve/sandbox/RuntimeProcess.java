package dev.varve.sandbox;

import dev.varve.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process of an OCI runtime. What the runtime logs as an error tells why there is none. */
final class RuntimeProcess implements Running {
    private final Process process;
    private final StateFolder state;
    private final ProcessSpec spec;

    RuntimeProcess(Process process, StateFolder state, ProcessSpec spec) {
        this.spec = spec;
        this.process = process;
        this.state = state;
    }

    @Override
    public HostProcess process() throws IOException, InterruptedException {
        while (true) {
            boolean ended = process.waitFor(1, TimeUnit.MILLISECONDS);
            Optional<HostProcess> found = state.process().or(this::first);
            if (found.isPresent()) {
                return found.get();
            }
            if (ended) {
                requireStarted();
                throw new SandboxException("the process has ended already");
            }
        }
    }

    /** The first process of the innermost pid namespace, of all that the runtime started. */
    private Optional<HostProcess> first() {
        if (!Files.exists(state.path().resolve("pid"))) {
            return Optional.empty();
        }
        return process.descendants()
                .filter(RuntimeProcess::isInner)
                .findFirst()
                .flatMap(handle -> remember(handle.pid()));
    }

    private static boolean isInner(ProcessHandle handle) {
        try {
            // proc(5), NSpid: its number in each namespace, from the outermost; here the runtime's and the container's
            return Files.readAllLines(Path.of("/proc", Long.toString(handle.pid()), "status")).stream()
                    .filter(line -> line.startsWith("NSpid:"))
                    .map(line -> line.split("\\s+"))
                    .anyMatch(fields -> fields.length >= 4 && fields[fields.length - 1].equals("1"));
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<HostProcess> remember(long pid) {
        try {
            Optional<HostProcess> found = HostProcess.of(pid);
            if (found.isPresent()) {
                state.write(found.get());
            }
            return found;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void awaitStart() throws IOException, InterruptedException {
        while (state.process().or(this::first).isEmpty()) {
            if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
                // it was quicker than the look at it
                requireStarted();
                return;
            }
        }
        requireNoError();
    }

    private void requireStarted() throws IOException {
        requireNoError();
        if (!Files.exists(state.path().resolve("pid"))) {
            state.requireStarted();
        }
    }

    private void requireNoError() throws IOException {
        Path log = state.path().resolve("log");
        if (!Files.exists(log)) {
            return;
        }
        for (String line : Files.readAllLines(log)) {
            JsonObject entry = JsonObject.parse(line.getBytes(StandardCharsets.UTF_8));
            if (entry.optionalText("level").orElse("").equals("error")) {
                throw RuntimeErrors.of(entry.text("msg"), spec);
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
        requireStarted();
        return code;
    }

    @Override
    public void signal(String name) throws IOException, InterruptedException {
        try {
            process().signal(name);
        } catch (SandboxException e) {
            // it may have been quicker than the look for it, and needs no signal then
            if (process.isAlive()) {
                throw e;
            }
        }
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }
}
