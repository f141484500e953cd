package dev.varve.lint.history.search;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.TextEdits;
import dev.varve.lint.history.git.HeadFiles;
import dev.varve.lint.history.git.History;
import dev.varve.lint.history.git.PathKind;
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
    private final double least;

    /** @param least the seconds that a move is to save */
    ManifestSplit(Trial trial, History history, HeadFiles head, double least) {
        this.least = least;
        this.trial = trial;
        this.history = history;
        this.head = head;
    }

    List<Move> moves() {
        Dockerfile file = trial.setup().plan().dockerfile();
        List<Move> moves = new ArrayList<>();
        for (Stage stage : file.stages()) {
            Movement movement = trial.movement(stage, history);
            for (Instruction instruction : stage.instructions()) {
                if (instruction instanceof Run run
                        && movement.reads(run) instanceof Reads.Manifests reads
                        && trial.vain(run) > 0
                        && trial.secondsInVain(run) >= least) {
                    split(file, stage, movement, run, reads).ifPresent(moves::add);
                }
            }
        }
        return moves;
    }

    private Optional<Move> split(Dockerfile file, Stage stage, Movement movement, Run run, Reads.Manifests reads) {
        Ascent ascent = new Ascent(movement, trial, run);
        for (Instruction above : Ascent.above(stage, run)) {
            if (above instanceof Copy copy && trial.feeds(copy, run)) {
                Optional<CopiedFolder> folder = CopiedFolder.of(copy, movement, run);
                return folder.isPresent() && ascent.isFreeButForLast(copy)
                        ? lines(folder.get(), run, reads).map(lines -> move(file, ascent, folder.get(), lines, reads))
                        : Optional.empty();
            }
            if (!ascent.pass(above)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The COPYs of the manifests; empty where it is not clear which these are. */
    private Optional<List<String>> lines(CopiedFolder folder, Run run, Reads.Manifests reads) {
        int track = trial.step(folder.copy()).map(trial.setup()::track).orElse(-1);
        if (track < 0 || !isSupported(reads)) {
            return Optional.empty();
        }
        BitSet read = (BitSet) trial.step(run)
                .map(trial.setup().own()::manifests)
                .orElseGet(BitSet::new)
                .clone();
        read.and(trial.setup().tracks().get(track));
        TreeSet<String> manifests = new TreeSet<>();
        read.stream()
                .filter(path -> history.paths().kind(path) == PathKind.FILE)
                .mapToObj(history.paths()::path)
                .filter(path -> head.text(path).isPresent())
                .forEach(manifests::add);
        if (!manifests.stream().allMatch(path -> path.startsWith(folder.source()))) {
            return Optional.empty();
        }
        boolean nested = isNested(folder, reads, manifests);
        manifests.removeIf(path -> folder.inside(path).contains("/")
                && !nested
                && reads.includes(path)
                && !isNamed(folder.inside(path), reads));
        Map<String, List<String>> byFolder = new TreeMap<>();
        for (String path : manifests) {
            if (path.contains(" ") || path.contains("\"") || path.contains("$") || dependsOnSources(path)) {
                return Optional.empty();
            }
            String inside = folder.inside(path);
            byFolder.computeIfAbsent(inside.substring(0, inside.lastIndexOf('/') + 1), key -> new ArrayList<>())
                    .add(path);
        }
        if (manifests.isEmpty() || byFolder.size() > MOST_FOLDERS) {
            return Optional.empty();
        }
        Dockerfile file = trial.setup().plan().dockerfile();
        String flags = folder.copy().syntax().flags().stream()
                .map(flag -> file.text(flag.range()) + " ")
                .collect(Collectors.joining());
        return Optional.of(byFolder.entrySet().stream()
                .map(entry -> "COPY " + flags + String.join(" ", entry.getValue()) + " " + folder.destination()
                        + entry.getKey())
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
    private boolean isNested(CopiedFolder folder, Reads.Manifests reads, Set<String> manifests) {
        return reads.ecosystems().contains(Ecosystem.NUGET)
                || reads.ecosystems().contains(Ecosystem.GRADLE)
                || manifests.contains(folder.source() + "pnpm-workspace.yaml")
                || manifests.contains(folder.source() + "go.work")
                || says(folder.source() + "package.json", "\"workspaces\"")
                || says(folder.source() + "pom.xml", "<modules>");
    }

    private boolean dependsOnSources(String manifest) {
        return says(manifest, "\"file:")
                || says(manifest, "\"link:")
                || (manifest.endsWith("go.mod") && says(manifest, "=> ./"));
    }

    private boolean says(String path, String text) {
        return head.text(path).filter(content -> content.contains(text)).isPresent();
    }

    private Move move(Dockerfile file, Ascent ascent, CopiedFolder folder, List<String> lines, Reads.Manifests reads) {
        TextEdits edits = ascent.moveBefore(
                folder.copy(), new TextEdits(file).insertBefore(folder.copy(), String.join("\n", lines)));
        boolean node = reads.ecosystems().contains(Ecosystem.NODE);
        boolean overwritten = node
                && trial.ignore()
                        .filter(ignore -> ignore.contains("node_modules"))
                        .isEmpty();
        return new Move(
                "copy-before-install",
                "Copy the manifests first, so that " + OrderMoves.quote(ascent.moved())
                        + " need not run for every change",
                !overwritten,
                OrderMoves.withoutGaps(file, edits.apply()));
    }
}
