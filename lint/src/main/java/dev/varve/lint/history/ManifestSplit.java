package dev.varve.lint.history;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.TextEdits;
import dev.varve.dockerfile.Workdir;
import dev.varve.lint.movement.Ecosystem;
import dev.varve.lint.movement.Movement;
import dev.varve.lint.movement.Reads;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Copies the manifests alone first and installs then, where an install runs in vain below a COPY of everything. */
final class ManifestSplit {
    private static final int MOST_FOLDERS = 10;

    private final Trial trial;
    private final History history;
    private final HeadFiles head;

    ManifestSplit(Trial trial, History history, HeadFiles head) {
        this.trial = trial;
        this.history = history;
        this.head = head;
    }

    List<Move> moves() {
        Dockerfile file = trial.setup().plan().dockerfile();
        List<Move> moves = new ArrayList<>();
        for (Stage stage : file.stages()) {
            Movement movement = Movement.in(stage);
            for (Instruction instruction : stage.instructions()) {
                if (instruction instanceof Run run
                        && movement.reads(run) instanceof Reads.Manifests reads
                        && trial.of(run).map(ReplayedStep::avoidable).orElse(0) > 0) {
                    split(file, stage, movement, run, reads).ifPresent(moves::add);
                }
            }
        }
        return moves;
    }

    private Optional<Move> split(Dockerfile file, Stage stage, Movement movement, Run run, Reads.Manifests reads) {
        List<Instruction> all = stage.instructions();
        for (int i = all.indexOf(run) - 1; i >= 0; i--) {
            if (all.get(i) instanceof Copy copy && isWhole(copy, all.subList(0, i))) {
                return lines(copy, reads).map(lines -> move(file, run, copy, lines, reads));
            }
            if (movement.between(all.get(i), run).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether it copies the whole context to the working directory. */
    private static boolean isWhole(Copy copy, List<Instruction> before) {
        boolean plain = copy.from() == null
                && copy.sources().size() == 1
                && copy.inlineSources().isEmpty()
                && copy.excludes().isEmpty()
                && !copy.parents();
        if (!plain || !copy.sources().get(0).text().matches("\\.?/?\\.?")) {
            return false;
        }
        String to = folder(copy.destination().text());
        String workdir = "";
        for (Instruction instruction : before) {
            workdir = instruction instanceof Workdir set ? folder(set.path().text()) : workdir;
        }
        return !workdir.isEmpty() && (to.equals(".") || to.equals(workdir));
    }

    private static String folder(String path) {
        String folder = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return folder.equals("./") || folder.isEmpty() ? "." : folder;
    }

    /** The COPYs of the manifests; empty where it is not clear which these are. */
    private Optional<List<String>> lines(Copy copy, Reads.Manifests reads) {
        int track = trial.step(copy).map(trial.setup()::track).orElse(-1);
        if (track < 0 || !isSupported(reads)) {
            return Optional.empty();
        }
        BitSet copied = trial.setup().tracks().get(track);
        TreeSet<String> manifests = new TreeSet<>();
        copied.stream()
                .filter(path -> history.paths().kind(path) == PathKind.FILE)
                .mapToObj(history.paths()::path)
                .filter(reads::includes)
                .filter(path -> head.text(path).isPresent())
                .forEach(manifests::add);
        boolean nested = isNested(reads, manifests);
        manifests.removeIf(path -> path.contains("/") && !nested && !isNamed(path, reads));
        Map<String, List<String>> byFolder = new TreeMap<>();
        for (String path : manifests) {
            if (path.contains(" ") || path.contains("\"") || path.contains("$") || dependsOnSources(path)) {
                return Optional.empty();
            }
            int slash = path.lastIndexOf('/');
            byFolder.computeIfAbsent(path.substring(0, slash + 1), key -> new ArrayList<>())
                    .add(path);
        }
        if (manifests.isEmpty() || byFolder.size() > MOST_FOLDERS) {
            return Optional.empty();
        }
        Dockerfile file = trial.setup().plan().dockerfile();
        String flags = copy.syntax().flags().stream()
                .map(flag -> file.text(flag.range()) + " ")
                .collect(Collectors.joining());
        return Optional.of(byFolder.entrySet().stream()
                .map(entry -> "COPY " + flags + String.join(" ", entry.getValue()) + " ./" + entry.getKey())
                .toList());
    }

    private static boolean isSupported(Reads.Manifests reads) {
        return reads.ecosystems().stream()
                .noneMatch(ecosystem -> ecosystem == Ecosystem.CARGO || ecosystem == Ecosystem.MIX);
    }

    private static boolean isNamed(String path, Reads.Manifests reads) {
        return reads.named().contains(path.substring(path.lastIndexOf('/') + 1))
                || path.startsWith("patches/")
                || path.startsWith(".yarn/")
                || path.startsWith(".mvn/")
                || path.startsWith("gradle/")
                || path.startsWith("requirements/");
    }

    /** Whether the manifests of folders further down count too. */
    private boolean isNested(Reads.Manifests reads, Set<String> manifests) {
        return reads.ecosystems().contains(Ecosystem.NUGET)
                || reads.ecosystems().contains(Ecosystem.GRADLE)
                || manifests.contains("pnpm-workspace.yaml")
                || manifests.contains("go.work")
                || says("package.json", "\"workspaces\"")
                || says("pom.xml", "<modules>");
    }

    private boolean dependsOnSources(String manifest) {
        return says(manifest, "\"file:")
                || says(manifest, "\"link:")
                || (manifest.endsWith("go.mod") && says(manifest, "=> ./"));
    }

    private boolean says(String path, String text) {
        return head.text(path).filter(content -> content.contains(text)).isPresent();
    }

    private Move move(Dockerfile file, Run run, Copy copy, List<String> lines, Reads.Manifests reads) {
        TextEdits edits =
                new TextEdits(file).insertBefore(copy, String.join("\n", lines)).moveBefore(run, copy);
        OrderMoves.closeGap(file, run, edits);
        boolean node = reads.ecosystems().contains(Ecosystem.NODE);
        boolean overwritten = node
                && trial.ignore()
                        .filter(ignore -> ignore.contains("node_modules"))
                        .isEmpty();
        return new Move(
                "copy-before-install",
                "Copy the manifests first, so that " + OrderMoves.quote(run) + " need not run for every change",
                !overwritten,
                edits.apply());
    }
}
