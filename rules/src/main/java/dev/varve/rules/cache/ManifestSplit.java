package dev.varve.rules.cache;

import dev.varve.context.BuildContext;
import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Flag;
import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Instruction;
import dev.varve.lint.layers.ContextCopy;
import dev.varve.lint.layers.StageView;
import dev.varve.lint.movement.Ecosystem;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Exec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The COPYs that give an install its manifests, so that the copy of everything can go behind it.
 *
 * @param lines one COPY a line; empty where the stage has copied them already
 * @param safe whether the install needs nothing else, so that the image stays the same
 */
record ManifestSplit(String lines, boolean safe) {
    private static final int MOST_FOLDERS = 12;
    private static final Set<String> KEPT_FLAGS = Set.of("chown", "chmod", "link");

    /** Empty where the copy cannot be split without knowing more. */
    static Optional<ManifestSplit> of(StageView view, Instruction copy, Install install) {
        ContextCopy copied = view.copy(copy).orElseThrow();
        Optional<String> folder = folder(copy);
        if (folder.isEmpty() || copied.sources().size() != 1 || !isWorkingFolder(view, copy, install)) {
            return Optional.empty();
        }
        Dockerfile file = view.plan().dockerfile();
        String source = copied.sources().get(0);
        String prefix = source.isEmpty() ? "" : source + "/";
        if (view.context().isEmpty()) {
            List<String> names =
                    install.usualManifests().stream().map(name -> prefix + name).toList();
            return names.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ManifestSplit(line(file, copy, names, folder.get()), false));
        }
        Optional<ManifestSplit> split = of(view.context().get(), file, copied, copy, install, prefix, folder.get());
        boolean there = hasAll(view, copy, manifests(view.context().get(), copied, install, prefix));
        return split.map(found -> new ManifestSplit(there ? "" : found.lines(), found.safe()));
    }

    /** Whether earlier copies have put all of these where this one puts them. */
    private static boolean hasAll(StageView view, Instruction copy, List<String> manifests) {
        Set<String> earlier = view.instructions().stream()
                .takeWhile(instruction -> instruction != copy)
                .filter(instruction -> destination(view, instruction).equals(destination(view, copy)))
                .flatMap(instruction -> view.copy(instruction).stream())
                .flatMap(ContextCopy::named)
                .collect(Collectors.toSet());
        return earlier.containsAll(manifests);
    }

    private static Optional<ManifestSplit> of(
            BuildContext context,
            Dockerfile file,
            ContextCopy copied,
            Instruction copy,
            Install install,
            String prefix,
            String folder) {
        List<String> manifests = manifests(context, copied, install, prefix);
        boolean readsMore = manifests.stream().anyMatch(path -> ManifestContents.readsMore(context, path));
        Map<String, List<String>> byFolder = new TreeMap<>();
        for (String path : manifests) {
            String inside = path.substring(prefix.length());
            int slash = inside.lastIndexOf('/');
            byFolder.computeIfAbsent(inside.substring(0, slash + 1), key -> new ArrayList<>())
                    .add(path);
        }
        boolean unusual = manifests.stream().anyMatch(path -> !path.matches("[\\w./@+-]+"));
        if (readsMore || unusual || byFolder.isEmpty() || byFolder.size() > MOST_FOLDERS || !byFolder.containsKey("")) {
            return Optional.empty();
        }
        StringBuilder lines = new StringBuilder();
        byFolder.forEach((inside, paths) ->
                lines.append(line(file, copy, paths, folder + inside)).append('\n'));
        boolean overwrites =
                copied.paths().stream().anyMatch(path -> path.matches("(.*/)?(node_modules|vendor|\\.venv|obj)/.*"));
        boolean plain = install.reads().ecosystems().stream().noneMatch(ManifestSplit::leavesFilesBeside);
        return Optional.of(new ManifestSplit(lines.toString(), plain && !overwrites && byFolder.size() == 1));
    }

    /** Whether an install reads or leaves files among the sources that cannot be foreseen. */
    private static boolean leavesFilesBeside(Ecosystem ecosystem) {
        return switch (ecosystem) {
            case NUGET, MIX, GRADLE, CARGO -> true;
            default -> false;
        };
    }

    private static List<String> manifests(BuildContext context, ContextCopy copied, Install install, String prefix) {
        boolean nested = install.isFor(Ecosystem.NUGET)
                || (install.isFor(Ecosystem.NODE)
                        && (context.tree().find(prefix + "pnpm-workspace.yaml") != null
                                || ManifestContents.hasWorkspaces(context, prefix + "package.json")));
        return copied.paths().stream()
                .filter(install.reads()::includes)
                .filter(path -> nested || isAtTop(path.substring(prefix.length()), install))
                .toList();
    }

    /** Manifests in other folders are those of other projects, but for folders that are manifests themselves. */
    private static boolean isAtTop(String path, Install install) {
        return !path.contains("/") || !install.reads().includes(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Whether the install runs where the copy puts things. */
    static boolean isWorkingFolder(StageView view, Instruction copy, Install install) {
        Optional<String> to = destination(view, copy);
        return to.isPresent() && to.equals(workingFolder(view, install));
    }

    /** Whether it runs there or in a folder below. */
    static boolean isInside(StageView view, Instruction copy, Install install) {
        String to = destination(view, copy).orElse("");
        return workingFolder(view, install)
                .filter(folder -> folder.equals(to) || folder.startsWith(to + "/"))
                .isPresent();
    }

    private static Optional<String> destination(StageView view, Instruction copy) {
        return view.step(copy)
                .flatMap(step -> step.operation())
                .filter(CopyFiles.class::isInstance)
                .map(operation -> clean(((CopyFiles) operation).actions().get(0).to()));
    }

    private static Optional<String> workingFolder(StageView view, Install install) {
        return view.step(install.run())
                .flatMap(step -> step.operation())
                .map(operation -> clean(((Exec) operation).folder()));
    }

    private static String clean(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The destination as a folder; empty where the copy is written in a way that cannot be taken over. */
    private static Optional<String> folder(Instruction copy) {
        if (copy.syntax().form() == Form.EXEC || !copy.syntax().heredocs().isEmpty()) {
            return Optional.empty();
        }
        boolean plain = copy.syntax().flags().stream().map(Flag::name).allMatch(KEPT_FLAGS::contains);
        String to = copy instanceof Copy c
                ? c.destination().text()
                : ((Add) copy).destination().text();
        return plain ? Optional.of(to.endsWith("/") ? to : to + "/") : Optional.empty();
    }

    private static String line(Dockerfile file, Instruction copy, List<String> sources, String destination) {
        boolean lower = copy.syntax().keyword().text().equals(copy.name().toLowerCase(Locale.ROOT));
        StringBuilder line = new StringBuilder(lower ? "copy" : "COPY");
        copy.syntax().flags().forEach(flag -> line.append(' ').append(file.text(flag.range())));
        sources.forEach(source -> line.append(' ').append(source));
        return line.append(' ').append(destination).toString();
    }
}
