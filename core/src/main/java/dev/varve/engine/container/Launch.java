package dev.varve.engine.container;

import dev.varve.engine.files.Accounts;
import dev.varve.engine.overlay.Overlays;
import dev.varve.image.Platform;
import dev.varve.sandbox.Capability;
import dev.varve.sandbox.Mount;
import dev.varve.sandbox.Network;
import dev.varve.sandbox.ProcessSpec;
import dev.varve.sandbox.RootFolders;
import dev.varve.sandbox.Sandbox;
import dev.varve.sandbox.SandboxException;
import dev.varve.sandbox.Stdio;
import dev.varve.sandbox.User;
import dev.varve.store.ContainerFolder;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes of a container's settings what a sandbox is to start. */
final class Launch {
    private final Store store;
    private final Sandbox sandbox;
    private final StoredContainer container;

    Launch(Store store, Sandbox sandbox, StoredContainer container) {
        this.store = store;
        this.sandbox = sandbox;
        this.container = container;
    }

    /** The sandbox's own folder of a container. */
    static Path sandboxFolder(ContainerFolder folder) {
        return folder.path().resolve("sandbox");
    }

    ProcessSpec spec(Stdio in, Stdio out, Stdio err) throws IOException {
        ContainerSettings settings = container.settings();
        refuseForeign(settings.platform());
        ContainerFolder folder = container.folder();
        Overlays overlays = new Overlays(store, sandbox);
        try (ContainerFiles files = new ContainerFiles(store, folder)) {
            List<Path> lower = overlays.lowerFolders(folder.identity().layers(), files.stacks());
            Accounts.Identity identity = files.accounts(lower.get(lower.size() - 1))
                    .identity(settings.config().user());
            return ProcessSpec.of(
                            sandboxFolder(folder),
                            new RootFolders(lower, folder.upper(), folder.work()),
                            settings.arguments())
                    .environment(ProcessEnvironment.of(
                            settings.config().env(), container.hostname(), settings.terminal(), identity.home()))
                    .workingDirectory(workingDirectory(settings))
                    .user(user(identity))
                    .hostname(container.hostname())
                    .network(settings.network() == NetworkMode.NONE ? Network.NONE : Network.HOST)
                    .mounts(mounts(files, overlays))
                    .readOnly(settings.readOnly())
                    .capabilities(capabilities(settings))
                    .noNewPrivileges(settings.noNewPrivileges())
                    .memory(settings.memory())
                    .stdio(in, out, err)
                    .terminal(settings.terminal())
                    .build();
        }
    }

    private static void refuseForeign(Platform platform) throws SandboxException {
        Platform host = Platform.host();
        if (!platform.runsOn(host)) {
            throw new SandboxException("the image is for " + platform + ", and this machine is " + host
                    + ": it cannot run its programs; --platform " + host + " asks for one that it can");
        }
    }

    private static String workingDirectory(ContainerSettings settings) {
        String folder = settings.config().workingDir();
        return folder.isEmpty() ? "/" : folder;
    }

    /** The group itself is among the further ones, as Docker has it, so that no program can rid itself of it. */
    static User user(Accounts.Identity identity) {
        List<Integer> groups = new ArrayList<>(List.of((int) identity.gid()));
        identity.groups().stream()
                .map(Long::intValue)
                .filter(group -> group != identity.gid())
                .forEach(groups::add);
        return new User((int) identity.uid(), (int) identity.gid(), groups);
    }

    static Set<Capability> capabilities(ContainerSettings settings) {
        Set<Capability> capabilities = EnumSet.copyOf(Capability.DEFAULTS);
        capabilities.addAll(settings.added());
        capabilities.removeAll(settings.dropped());
        return capabilities;
    }

    /** What lies deeper is mounted later, whatever the order in which it was asked for, as with Docker. */
    private List<Mount> mounts(ContainerFiles files, Overlays overlays) throws IOException {
        List<Mount> mounts = new ArrayList<>(NetworkSetup.mounts(container));
        mounts.addAll(new Volumes(container).mounts(files, overlays));
        List<String> asked =
                container.settings().mounts().stream().map(Mount::destination).toList();
        mounts.removeIf(mount -> asked.contains(mount.destination()));
        mounts.addAll(container.settings().mounts());
        mounts.sort((a, b) -> Integer.compare(depth(a), depth(b)));
        return mounts;
    }

    private static int depth(Mount mount) {
        return Path.of(mount.destination()).getNameCount();
    }
}
