package dev.varve.lint.history;

import dev.varve.dockerfile.Run;
import dev.varve.lint.movement.Reads;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The files that tell package managers what to install, as they are at the last commit. */
final class Manifests {
    private static final Pattern SCRIPTS = Pattern.compile("\"(preinstall|install|postinstall|prepare)\"\\s*:\\s*\"");

    private final PathTable paths;
    private final HeadFiles head;
    private final Map<String, Boolean> scripts = new HashMap<>();

    Manifests(PathTable paths, HeadFiles head) {
        this.paths = paths;
        this.head = head;
    }

    PathTable paths() {
        return paths;
    }

    /** Those of these paths that are read. */
    BitSet among(BitSet copied, Reads reads) {
        BitSet manifests = new BitSet();
        copied.stream().filter(path -> reads.includes(paths.path(path))).forEach(manifests::set);
        return manifests;
    }

    /** Whether an install runs scripts of the project itself, which may read anything. */
    boolean runScripts(BitSet manifests, Run run) {
        return !run.syntax().original().contains("--ignore-scripts")
                && manifests.stream().mapToObj(paths::path).anyMatch(this::hasScripts);
    }

    private boolean hasScripts(String path) {
        if (!path.equals("package.json") && !path.endsWith("/package.json")) {
            return false;
        }
        return scripts.computeIfAbsent(
                path,
                file -> head.text(file)
                        .filter(text -> SCRIPTS.matcher(text).find())
                        .isPresent());
    }
}
