package dev.varve.lint.history.replay;

import dev.varve.dockerfile.Run;
import dev.varve.lint.history.cost.StepWork;
import dev.varve.lint.history.git.HeadFiles;
import dev.varve.lint.history.git.PathTable;
import dev.varve.lint.movement.InstallScripts;
import dev.varve.lint.movement.Reads;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that tell package managers what to install, as they are at the last commit. */
public final class Manifests {
    private static final Pattern GLOBAL = Pattern.compile("\"globalDependencies\"\\s*:\\s*\\[([^\\]]*)]");

    private final PathTable paths;
    private final HeadFiles head;
    private final Map<String, Optional<Predicate<String>>> scripts = new HashMap<>();
    private final Set<String> packages = new HashSet<>();
    private final boolean anyIsGlobal;
    private final StepWork work;

    public Manifests(PathTable paths, HeadFiles head) {
        this.paths = paths;
        this.head = head;
        this.work = new StepWork(head);
        for (int number = 0; number < paths.size(); number++) {
            if (paths.path(number).endsWith("/package.json")) {
                packages.add(paths.path(number).substring(0, paths.path(number).lastIndexOf('/')));
            }
        }
        this.anyIsGlobal = head.text("turbo.json")
                .map(GLOBAL::matcher)
                .filter(Matcher::find)
                .filter(globals -> !globals.group(1).matches("(\\s*\"(\\*\\*/)?\\.env[^\"]*\"\\s*,?)*\\s*"))
                .isPresent();
    }

    /** Whether a file may lie in a package of a repository of several, or counts for all of them. */
    public Predicate<String> isInPackage() {
        return path -> {
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                if (packages.contains(path.substring(0, slash))) {
                    return true;
                }
            }
            return anyIsGlobal;
        };
    }

    public PathTable paths() {
        return paths;
    }

    /** What RUNs do. */
    public StepWork work() {
        return work;
    }

    /** Those of these paths that are read. */
    public BitSet among(BitSet copied, Reads reads) {
        BitSet manifests = new BitSet();
        copied.stream().filter(path -> reads.includes(paths.path(path))).forEach(manifests::set);
        return manifests;
    }

    /** What an install reads besides these manifests because of the project's own scripts; empty where that may be anything. */
    public Optional<BitSet> scriptsRead(BitSet manifests, BitSet copied, Run run) {
        BitSet read = new BitSet();
        if (run.syntax().original().contains("--ignore-scripts")) {
            return Optional.of(read);
        }
        for (String path : manifests.stream().mapToObj(paths::path).toList()) {
            Optional<Predicate<String>> files = scripts(path);
            if (files.isEmpty()) {
                return Optional.empty();
            }
            copied.stream()
                    .filter(number -> files.get().test(paths.path(number)))
                    .forEach(read::set);
        }
        return Optional.of(read);
    }

    private Optional<Predicate<String>> scripts(String path) {
        if (!path.equals("package.json") && !path.endsWith("/package.json")) {
            return Optional.of(file -> false);
        }
        return scripts.computeIfAbsent(
                path, file -> head.text(file).map(InstallScripts::reads).orElse(Optional.of(any -> false)));
    }
}
