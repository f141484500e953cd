package dev.varve.sandbox;

import dev.varve.layer.Layer;
import dev.varve.layer.LayerWriter;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What sandboxes have in common: folders of unpacked layers, whose files may belong to users that only a namespace has. */
abstract class LinuxSandbox implements Sandbox {
    final Ids ids;

    LinuxSandbox(Ids ids) {
        this.ids = ids;
    }

    @Override
    public Running exec(HostProcess container, ProcessSpec spec) throws IOException {
        JoinCommand join = new JoinCommand(container, spec, ids);
        return new JoinedProcess(Launch.process(join.words(), spec), join.generation());
    }

    @Override
    public Optional<Running> find(Path folder) throws IOException {
        StateFolder state = new StateFolder(folder);
        return state.exists() ? Optional.of(new DetachedProcess(state)) : Optional.empty();
    }

    @Override
    public List<String> unpack(Layer layer, RootFileSystem below, Path folder) throws IOException {
        Files.createDirectories(folder);
        LayerUnpacker unpacker = new LayerUnpacker(layer, below, ids);
        // names come clean from the layer, and none leads through a link: so links may be made as they come (-P)
        ids.command(List.of(
                        "tar",
                        "--extract",
                        "--file=-",
                        "--directory=" + folder,
                        "--absolute-names",
                        "--same-permissions",
                        ids.single() ? "--no-same-owner" : "--same-owner",
                        "--numeric-owner",
                        "--xattrs",
                        "--xattrs-include=*",
                        "--delay-directory-restore",
                        "--warning=no-timestamp"))
                .run(unpacker::writeTo);
        return unpacker.notes();
    }

    @Override
    public void pack(Path folder, Path upper, RootFileSystem below, OutputStream out) throws IOException {
        if (isEmpty(upper)) {
            // nothing is started for it, so that it works where nothing can be
            new LayerWriter(out).close();
            return;
        }
        Path spool = Files.createTempFile(Files.createDirectories(folder), "upper", ".tar");
        try {
            ids.command(List.of(
                            "tar",
                            "--create",
                            "--file=-",
                            "--directory=" + upper,
                            "--format=posix",
                            "--numeric-owner",
                            "--sort=name",
                            "--xattrs",
                            "--xattrs-include=*",
                            "--warning=no-file-ignored",
                            "."))
                    .runInto(spool);
            try (Layer written = Layer.openUpper(spool);
                    LayerWriter layer = new LayerWriter(out)) {
                UpperListing listing = new UpperListing(written, below, ids);
                Set<String> mountPoints = new StateFolder(folder).mountPoints();
                new LayerPacker(listing, layer).write(new UpperFolder(listing, below, mountPoints).changes());
            }
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Override
    public void delete(Path folder) throws IOException {
        ids.command(List.of("rm", "-rf", "--one-file-system", "--", folder.toString()))
                .run();
    }

    /** How the root of a process is mounted. */
    final OverlayOptions overlay(StateFolder state, RootFolders root) throws IOException {
        List<Path> lower = new ArrayList<>();
        for (Path folder : root.lower()) {
            lower.add(requireFolders(folder.toRealPath()));
        }
        Path upper = root.upper();
        Path work = root.work();
        if (upper == null || work == null) {
            upper = Files.createDirectories(state.path().resolve("upper"));
            work = Files.createDirectories(state.path().resolve("work"));
        }
        String more = ids.inUserNamespace() ? ",userxattr" : "";
        return OverlayOptions.of(lower, requireFolders(upper.toRealPath()), work.toRealPath(), more);
    }

    /** What is mounted there before the process has its own root would go astray on a link. */
    private static Path requireFolders(Path root) throws SandboxException {
        for (String name : List.of("dev", "proc", "sys")) {
            if (Files.isSymbolicLink(root.resolve(name))) {
                throw new SandboxException("/" + name + " of the image is a symbolic link; it must be a folder");
            }
        }
        return root;
    }
}
