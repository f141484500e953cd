package dev.varve.engine.build;

import dev.varve.engine.files.Accounts;
import dev.varve.engine.files.Stacks;
import dev.varve.engine.overlay.NetworkFiles;
import dev.varve.engine.overlay.Overlays;
import dev.varve.engine.overlay.Sandboxes;
import dev.varve.image.ContainerConfig;
import dev.varve.image.Digest;
import dev.varve.image.Platform;
import dev.varve.layer.RootFileSystem;
import dev.varve.plan.Exec;
import dev.varve.plan.MountPoint;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import dev.varve.sandbox.Network;
import dev.varve.sandbox.ProcessSpec;
import dev.varve.sandbox.RootFolders;
import dev.varve.sandbox.Running;
import dev.varve.sandbox.Sandbox;
import dev.varve.sandbox.SandboxException;
import dev.varve.sandbox.SandboxSupport;
import dev.varve.sandbox.Stdio;
import dev.varve.sandbox.User;
import dev.varve.store.Store;
import dev.varve.store.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** RUN: a process in the file system of the steps before it, and the layer of what it changed. */
final class RunStep {
    private static final String HOSTNAME = "buildkitsandbox";

    private final Store store;
    private final Sandboxes sandboxes;
    private final Stacks stacks;
    private final Sources sources;
    private final RunSettings settings;
    private final BuildListener listener;

    RunStep(
            Store store,
            Sandboxes sandboxes,
            Stacks stacks,
            Sources sources,
            RunSettings settings,
            BuildListener listener) {
        this.store = store;
        this.sandboxes = sandboxes;
        this.stacks = stacks;
        this.sources = sources;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Runs the process and keeps what it changed.
     *
     * @return the diff ID of the layer
     */
    Digest run(StagePlan stage, Step step, Exec exec, List<Digest> below) throws IOException, InterruptedException {
        refuse(exec);
        try (WorkFolder work = store.workFolder()) {
            try {
                return run(stage, step, exec, below, work);
            } catch (SandboxException e) {
                throw SandboxSupport.explain(e, work.path());
            }
        }
    }

    private Digest run(StagePlan stage, Step step, Exec exec, List<Digest> below, WorkFolder work)
            throws IOException, InterruptedException {
        Sandbox sandbox = sandboxes.get();
        Overlays overlays = new Overlays(store, sandbox);
        RootFileSystem files = stacks.files(below);
        try (RunMounts mounts = new RunMounts(
                sources,
                stacks,
                overlays,
                store.cacheMounts(),
                settings,
                Files.createDirectory(work.path().resolve("mounts")))) {
            for (MountPoint mount : exec.mounts()) {
                mounts.add(mount);
            }
            Path upper = Files.createDirectory(work.path().resolve("upper"));
            Path overlay = Files.createDirectory(work.path().resolve("work"));
            Accounts.Identity identity = new Accounts(files).identity(exec.user());
            Path process = work.path().resolve("process");
            ProcessSpec spec = ProcessSpec.of(
                            process,
                            new RootFolders(overlays.lowerFolders(below, stacks), upper, overlay),
                            exec.arguments())
                    .environment(environment(exec, identity, mounts))
                    .workingDirectory(exec.folder())
                    .user(user(identity))
                    .hostname(HOSTNAME)
                    .network(network(exec))
                    .mounts(NetworkFiles.in(work.path(), HOSTNAME))
                    .mounts(mounts.mounts())
                    .stdio(Stdio.NULL, Stdio.PIPE, Stdio.PIPE)
                    .build();
            run(stage, step, sandbox, spec);
            return overlays.pack(process, upper, files);
        }
    }

    private static void refuse(Exec exec) throws SandboxException {
        if (exec.security().equals("insecure")) {
            throw new SandboxException(
                    "--security=insecure is not supported: a build step gets no more rights than others");
        }
        if (!exec.devices().isEmpty()) {
            throw new SandboxException("--device is not supported");
        }
        Platform host = Platform.host();
        if (!exec.platform().runsOn(host)) {
            throw new SandboxException("cannot run programs for " + exec.platform() + " on " + host
                    + "; build on such a machine, or without RUN");
        }
    }

    private static User user(Accounts.Identity identity) {
        return new User(
                (int) identity.uid(),
                (int) identity.gid(),
                identity.groups().stream().map(Long::intValue).toList());
    }

    private Network network(Exec exec) {
        String asked = exec.network().equals("default") ? settings.network() : exec.network();
        return asked.equals("none") ? Network.NONE : Network.HOST;
    }

    private Map<String, String> environment(Exec exec, Accounts.Identity identity, RunMounts mounts) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HOME", identity.home());
        environment.putAll(ContainerConfig.EMPTY
                .with(exec.environment(), exec.folder(), exec.user())
                .environment());
        environment.putAll(settings.proxies());
        environment.putAll(mounts.environment());
        return environment;
    }

    private void run(StagePlan stage, Step step, Sandbox sandbox, ProcessSpec spec)
            throws IOException, InterruptedException {
        OutputTail tail = new OutputTail();
        Running running = sandbox.start(spec);
        int code;
        try (OutputPump out = new OutputPump(running.stdout(), bytes -> heard(stage, step, tail, bytes));
                OutputPump err = new OutputPump(running.stderr(), bytes -> heard(stage, step, tail, bytes))) {
            code = running.waitFor();
            out.finish();
            err.finish();
        } catch (InterruptedException e) {
            running.kill();
            throw e;
        }
        if (code != 0) {
            String message = "the command ended with exit code " + code;
            throw new StepFailedException(stage, step, message, code, tail.text(), null);
        }
    }

    private void heard(StagePlan stage, Step step, OutputTail tail, byte[] bytes) {
        tail.add(bytes);
        listener.output(stage, step, bytes);
    }
}
