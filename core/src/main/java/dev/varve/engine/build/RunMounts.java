package dev.varve.engine.build;

import dev.varve.dockerfile.Mount.Sharing;
import dev.varve.engine.files.ContextTree;
import dev.varve.engine.files.CopyOptions;
import dev.varve.engine.files.FileCopy;
import dev.varve.engine.files.LayerDraft;
import dev.varve.engine.files.RootTree;
import dev.varve.engine.files.SingleFile;
import dev.varve.engine.files.SourceTree;
import dev.varve.engine.files.Stacks;
import dev.varve.engine.overlay.Overlays;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.RootFileSystem;
import dev.varve.plan.MountPoint;
import dev.varve.plan.Source;
import dev.varve.sandbox.Mount;
import dev.varve.sandbox.SandboxException;
import dev.varve.store.CacheMounts;
import dev.varve.store.Snapshots;
import dev.varve.store.StoreLock;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code RUN --mount} brings to one process. What is mounted from a stage, an image or a build context is laid out for
 * it alone, so nothing that is written there is kept.
 */
final class RunMounts implements Closeable {
    private static final int PRIVATE_FILE = 0400;
    private static final int TMPFS_MODE = 01777;
    private static final String LAID_OUT = "it";

    private final Sources sources;
    private final Stacks stacks;
    private final Overlays overlays;
    private final CacheMounts caches;
    private final RunSettings settings;
    private final Path folder;
    private final List<Mount> mounts = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<StoreLock> held = new ArrayList<>();

    /** @param folder an empty folder that is removed after the process has ended */
    RunMounts(
            Sources sources, Stacks stacks, Overlays overlays, CacheMounts caches, RunSettings settings, Path folder) {
        this.sources = sources;
        this.stacks = stacks;
        this.overlays = overlays;
        this.caches = caches;
        this.settings = settings;
        this.folder = folder;
    }

    List<Mount> mounts() {
        return mounts;
    }

    /** The variables that secrets and agents are given in. */
    Map<String, String> environment() {
        return environment;
    }

    void add(MountPoint mount) throws IOException {
        switch (mount.type()) {
            case "bind" -> bind(mount);
            case "cache" -> cache(mount);
            case "tmpfs" ->
                mounts.add(new Mount.Tmpfs(
                        mount.target(),
                        mount.declared().map(declared -> declared.size()).orElse(0L),
                        TMPFS_MODE));
            case "secret" -> secret(mount);
            case "ssh" -> agent(mount);
            default -> throw new IllegalArgumentException("no such mount: " + mount.type());
        }
    }

    private void bind(MountPoint mount) throws IOException {
        Path files = layOut(draft(mount));
        mounts.add(new Mount.Bind(files.resolve(LAID_OUT), mount.target(), mount.readOnly()));
    }

    private void cache(MountPoint mount) throws IOException {
        dev.varve.dockerfile.Mount declared = mount.declared().orElseThrow();
        String id = first(declared.id(), mount.target(), "");
        Snapshots.Unpacking beginning = into -> overlays.layOut(draft(mount), into);
        Sharing sharing = declared.sharing() == null ? Sharing.SHARED : declared.sharing();
        CacheMounts.Claim claim = switch (sharing) {
            case SHARED -> caches.shared(id, beginning);
            case LOCKED -> caches.alone(id, beginning);
            case PRIVATE -> caches.free(id, beginning);
        };
        held.add(claim.lock());
        mounts.add(new Mount.Bind(claim.folder().resolve(LAID_OUT), mount.target(), mount.readOnly()));
    }

    /** What the mount begins with, under one name. */
    private LayerDraft draft(MountPoint mount) throws IOException {
        LayerDraft draft = new LayerDraft(RootFileSystem.of(List.of()), Instant.now());
        Source source = mount.source();
        if (source instanceof Source.EmptyFolder || source instanceof Source.Scratch) {
            dev.varve.dockerfile.Mount declared = mount.declared().orElseThrow();
            draft.put(
                    LayerEntry.directory(LAID_OUT, number(declared.mode(), 0755))
                            .withOwner(number(declared.uid(), 0), number(declared.gid(), 0)),
                    LayerDraft.Content.NONE);
            return draft;
        }
        CopyOptions options =
                new CopyOptions(Optional.empty(), Optional.empty(), List.of(), List.of(), false, true, true, false);
        new FileCopy(tree(source), draft, options, folder).copy(mount.sourcePath(), "/" + LAID_OUT);
        return draft;
    }

    private SourceTree tree(Source source) throws IOException {
        if (source instanceof Source.Context context) {
            return new ContextTree(sources.context(context), Instant.now());
        }
        if (source instanceof Source.Inline inline) {
            byte[] content = inline.content().getBytes(StandardCharsets.UTF_8);
            return new SingleFile(
                    LayerEntry.file(inline.name(), inline.mode(), content.length),
                    () -> new ByteArrayInputStream(content));
        }
        return new RootTree(stacks.files(sources.layers(source)));
    }

    private void secret(MountPoint mount) throws IOException {
        dev.varve.dockerfile.Mount declared = mount.declared().orElseThrow();
        String id = first(declared.source(), declared.id(), lastName(declared.target()));
        byte[] value = settings.secrets().get(id);
        if (value == null) {
            if (declared.required()) {
                throw new SandboxException(
                        "needs the secret '" + id + "'; give it with --secret id=" + id + ",src=FILE");
            }
            return;
        }
        if (declared.env() != null) {
            environment.put(first(declared.env(), id, ""), new String(value, StandardCharsets.UTF_8));
        }
        if (mount.target().isEmpty() || (declared.env() != null && declared.target() == null)) {
            return;
        }
        LayerDraft draft = new LayerDraft(RootFileSystem.of(List.of()), Instant.now());
        draft.put(
                LayerEntry.file(LAID_OUT, number(declared.mode(), PRIVATE_FILE), value.length)
                        .withOwner(number(declared.uid(), 0), number(declared.gid(), 0)),
                () -> new ByteArrayInputStream(value));
        mounts.add(new Mount.Bind(layOut(draft).resolve(LAID_OUT), mount.target(), true));
    }

    private void agent(MountPoint mount) throws SandboxException {
        dev.varve.dockerfile.Mount declared = mount.declared().orElseThrow();
        String id = first(declared.id(), "default", "");
        Path socket = settings.agents().get(id);
        if (socket == null) {
            if (declared.required()) {
                throw new SandboxException("needs the ssh agent '" + id + "'; give it with --ssh " + id);
            }
            return;
        }
        String target = first(declared.target(), "/run/buildkit/ssh_agent." + mounts.size(), "");
        mounts.add(new Mount.Bind(socket, target, true));
        environment.put("SSH_AUTH_SOCK", target);
    }

    private Path layOut(LayerDraft draft) throws IOException {
        Path place = Files.createDirectory(folder.resolve(Integer.toString(mounts.size())));
        overlays.layOut(draft, place);
        return place;
    }

    private static int number(@Nullable Long value, int otherwise) {
        return value == null ? otherwise : value.intValue();
    }

    private static String lastName(@Nullable String path) {
        return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    }

    private static String first(@Nullable String one, @Nullable String other, String last) {
        if (one != null && !one.isEmpty()) {
            return one;
        }
        return other != null && !other.isEmpty() ? other : last;
    }

    @Override
    public void close() {
        held.forEach(StoreLock::close);
    }
}
