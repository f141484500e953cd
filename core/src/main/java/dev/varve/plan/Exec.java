package dev.varve.plan;

import dev.varve.context.Selector;
import dev.varve.image.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * {@code RUN}: a process in the file system of {@code parent}.
 *
 * @param arguments the command line, the shell included
 * @param environment every ENV and ARG in scope as {@code KEY=value}, in the order in which they were last set
 * @param folder the working directory
 * @param user as {@code USER} names it, empty for root
 * @param network {@code default}, {@code none} or {@code host}
 * @param security {@code sandbox} or {@code insecure}
 */
public record Exec(
        Source parent,
        List<String> arguments,
        List<String> environment,
        String folder,
        String user,
        String network,
        String security,
        List<String> devices,
        List<MountPoint> mounts,
        Platform platform)
        implements Operation {

    public Exec {
        arguments = List.copyOf(arguments);
        environment = List.copyOf(environment);
        devices = List.copyOf(devices);
        // BuildKit sorts by target (client/llb/exec.go), so the order of the flags does not count
        mounts = mounts.stream()
                .sorted((a, b) -> a.target().compareTo(b.target()))
                .toList();
    }

    /**
     * One input a source, however often it is mounted. What is mounted counts by its content, since nothing that is
     * written to a mount is kept; so does the parent itself where it is also mounted (BuildKit
     * {@code solver/llbsolver/ops/exec.go}, {@code getMountDeps}: the last mount of an input decides, the root is the
     * first).
     */
    @Override
    public List<Input> inputs() {
        Map<Source, List<MountPoint>> bySource = new LinkedHashMap<>();
        if (!(parent instanceof Source.Scratch)) {
            bySource.put(parent, new ArrayList<>());
        }
        for (MountPoint mount : mounts) {
            if (mount.readsSource()) {
                bySource.computeIfAbsent(mount.source(), source -> new ArrayList<>())
                        .add(mount);
            }
        }
        List<Input> inputs = new ArrayList<>();
        bySource.forEach((source, users) -> {
            boolean isParent = source.equals(parent);
            inputs.add(new Input(source, selectors(users, isParent), !users.isEmpty()));
        });
        return inputs;
    }

    private static List<Selector> selectors(List<MountPoint> mounts, boolean wholeParent) {
        if (wholeParent || mounts.stream().anyMatch(mount -> mount.sourcePath().equals("/"))) {
            return List.of();
        }
        TreeSet<String> paths = new TreeSet<>();
        mounts.forEach(mount -> paths.add(mount.sourcePath()));
        return paths.stream()
                .filter(path -> paths.stream().noneMatch(other -> path.startsWith(other + "/")))
                .map(path -> Selector.following(path))
                .toList();
    }

    @Override
    public String definition() {
        List<Source> sources = inputs().stream().map(Input::source).toList();
        Definition definition = new Definition("exec")
                .add(arguments)
                .add(environment)
                .add(folder)
                .add(user)
                .add(network)
                .add(security)
                .add(devices)
                .add(platform.toString())
                .add(sources.indexOf(parent));
        for (MountPoint mount : mounts) {
            definition.add(mount.definition()).add(mount.readsSource() ? sources.indexOf(mount.source()) : -1);
        }
        return definition.toString();
    }
}
