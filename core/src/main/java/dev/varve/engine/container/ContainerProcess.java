package dev.varve.engine.container;

import dev.varve.engine.files.Accounts;
import dev.varve.engine.overlay.Overlays;
import dev.varve.image.ContainerConfig;
import dev.varve.sandbox.HostProcess;
import dev.varve.sandbox.ProcessSpec;
import dev.varve.sandbox.RootFolders;
import dev.varve.sandbox.Running;
import dev.varve.sandbox.Sandbox;
import dev.varve.sandbox.Stdio;
import dev.varve.store.Store;
import dev.varve.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A further process of a container that runs. */
public final class ContainerProcess {
    private final Running running;
    private final OutputPump out;
    private final OutputPump err;

    private ContainerProcess(Running running, OutputPump out, OutputPump err) {
        this.running = running;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts one.
     *
     * @throws StoreException where the container does not run
     */
    public static ContainerProcess start(
            Store store, Sandbox sandbox, StoredContainer container, ExecSettings settings, Attachment attachment)
            throws IOException {
        Stdio in = attachment.stdin(settings.interactive());
        Running running = start(store, sandbox, container, settings, in, Stdio.PIPE);
        return new ContainerProcess(
                running,
                new OutputPump(running.stdout(), OutputStream.nullOutputStream(), attachment.out()),
                new OutputPump(running.stderr(), OutputStream.nullOutputStream(), attachment.err()));
    }

    /** Starts one that goes on without this process; nobody hears of it. */
    public static void startDetached(Store store, Sandbox sandbox, StoredContainer container, ExecSettings settings)
            throws IOException {
        start(store, sandbox, container, settings, Stdio.NULL, Stdio.NULL);
    }

    private static Running start(
            Store store, Sandbox sandbox, StoredContainer container, ExecSettings settings, Stdio in, Stdio out)
            throws IOException {
        HostProcess first = container
                .state()
                .process()
                .orElseThrow(() -> new StoreException("container " + container.name() + " is not running"));
        ContainerConfig config = container.settings().config();
        List<String> environment = new ArrayList<>(config.env());
        environment.addAll(settings.environment());
        try (ContainerFiles files = new ContainerFiles(store, container.folder())) {
            List<Path> lower = new Overlays(store, sandbox)
                    .lowerFolders(container.folder().identity().layers(), files.stacks());
            Accounts.Identity identity = files.accounts(lower.get(lower.size() - 1))
                    .identity(settings.user().isEmpty() ? config.user() : settings.user());
            String folder = settings.workingDirectory().isEmpty() ? config.workingDir() : settings.workingDirectory();
            ProcessSpec spec = ProcessSpec.of(
                            Launch.sandboxFolder(container.folder()),
                            RootFolders.discarding(List.of(container.folder().upper())),
                            settings.command())
                    .environment(ProcessEnvironment.of(
                            environment, container.hostname(), settings.terminal(), identity.home()))
                    .workingDirectory(folder.isEmpty() ? "/" : folder)
                    .user(Launch.user(identity))
                    .capabilities(Launch.capabilities(container.settings()))
                    .noNewPrivileges(container.settings().noNewPrivileges())
                    .stdio(in, out, out)
                    .terminal(settings.terminal())
                    .build();
            return sandbox.exec(first, spec);
        }
    }

    /** Its standard input, where it has one and it is a pipe. */
    public OutputStream stdin() {
        return running.stdin();
    }

    /** Sends it a signal, by its name without {@code SIG}. */
    public void signal(String name) throws IOException, InterruptedException {
        running.signal(name);
    }

    /** Waits for its end and for all that it printed; gives its exit code. */
    public int waitFor() throws IOException, InterruptedException {
        int code = running.waitFor();
        out.finish();
        err.finish();
        return code;
    }
}
