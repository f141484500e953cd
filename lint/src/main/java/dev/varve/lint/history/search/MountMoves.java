package dev.varve.lint.history.search;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.TextEdits;
import dev.varve.dockerfile.Word;
import dev.varve.lint.history.cost.ToolCache;
import dev.varve.lint.history.git.HeadFiles;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Scripts;
import dev.varve.plan.Exec;
import dev.varve.plan.MountPoint;
import dev.varve.plan.Operation;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps what tools download and compile in cache mounts: all RUNs of a tool at once, for they share what is kept. */
public final class MountMoves {
    public static final String RULE = "missing-cache-mount";

    private static final Pattern CLEANING =
            Pattern.compile("(?:npm|yarn|pnpm|pip3?|uv|go) (?:cache (?:clean|purge|rm)|store prune|clean)");
    /** Tools of which one RUN needs what another left in the folder. */
    private static final Set<String> SHARED = Set.of("go", "cargo");

    private static final Pattern CLEANED = Pattern.compile(
            "\\s*(?:\\\\\\n\\s*)?&&\\s*(?:\\\\\\n\\s*)?(?:npm|yarn|pnpm|pip3?|uv) cache (?:clean|purge)(?: --(?:force|all))*(?=\\s*(?:\\\\\\n|&&|$))");

    private final Trial trial;
    private final HeadFiles head;
    private final Dockerfile file;
    private final Scripts scripts;

    /**
     * A RUN with the mounts that it lacks.
     *
     * @param dropped the flags that let the tool not use its cache
     */
    private record Mounted(Run run, Set<String> folders, List<SourceRange> dropped) {}

    MountMoves(Trial trial, HeadFiles head) {
        this.trial = trial;
        this.head = head;
        this.file = trial.setup().plan().dockerfile();
        this.scripts = new Scripts(file);
    }

    /** One move a tool. */
    List<Move> moves() {
        Map<String, List<Mounted>> byTool = new TreeMap<>();
        Set<String> unclear = new LinkedHashSet<>();
        for (Stage stage : file.stages()) {
            for (Instruction instruction : stage.instructions()) {
                if (instruction instanceof Run run) {
                    trial.step(run).ifPresent(step -> look(run, step, byTool, unclear));
                }
            }
        }
        List<Move> moves = new ArrayList<>();
        List<Mounted> cargo = byTool.getOrDefault("cargo", List.of());
        if (!cargo.stream().allMatch(this::isCopiedOut)) {
            cargo.forEach(mounted -> mounted.folders().removeIf(path -> path.endsWith("/target")));
        }
        byTool.forEach((tool, runs) -> {
            if (!(unclear.contains(tool) && SHARED.contains(tool))) {
                moves.add(new Move(
                        RULE,
                        "Keep what " + tool + (SHARED.contains(tool) ? " downloads and compiles" : " downloads")
                                + " in a cache mount",
                        false,
                        edited(runs)));
            }
        });
        return moves;
    }

    private void look(Run run, Step step, Map<String, List<Mounted>> byTool, Set<String> unclear) {
        Exec exec = (Exec) step.operation().map(Operation.class::cast).orElseThrow();
        Map<String, Set<String>> folders = new LinkedHashMap<>();
        Map<String, List<SourceRange>> dropped = new HashMap<>();
        for (Command command : trial.setup().work().commands(scripts.script(run))) {
            Optional<ToolCache> found = ToolCache.of(command, place(step, exec));
            if (found.isEmpty()) {
                continue;
            }
            ToolCache cache = found.get();
            if (!isRoots(exec, cache)) {
                unclear.add(cache.tool());
                continue;
            }
            command.flag("no-cache-dir")
                    .or(() -> command.flag("no-cache"))
                    .ifPresent(flag -> dropped.computeIfAbsent(cache.tool(), key -> new ArrayList<>())
                            .add(new SourceRange(
                                    flag.range().start() - 1, flag.range().end())));
            for (String folder : cache.folders()) {
                String path = folder.startsWith("/") ? folder : exec.folder() + "/" + folder;
                if (exec.mounts().stream().map(MountPoint::target).noneMatch(path::equals)) {
                    folders.computeIfAbsent(cache.tool(), key -> new LinkedHashSet<>())
                            .add(path);
                }
            }
        }
        folders.forEach((tool, paths) -> {
            String text = run.syntax().original();
            boolean plain = run.syntax().form() == Form.SHELL
                    && run.syntax().heredocs().isEmpty()
                    && !CLEANING.matcher(CLEANED.matcher(text).replaceAll("")).find()
                    && paths.stream().noneMatch(text::contains)
                    && !text.contains("~/.")
                    && !text.contains("/root/.");
            if (plain && !paths.isEmpty()) {
                byTool.computeIfAbsent(tool, key -> new ArrayList<>())
                        .add(new Mounted(run, paths, dropped.getOrDefault(tool, List.of())));
            } else if (!plain) {
                unclear.add(tool);
            }
        });
    }

    private static boolean isRoots(Exec exec, ToolCache cache) {
        return Set.of("", "root", "0").contains(exec.user())
                && exec.environment().stream()
                        .map(variable -> variable.replaceFirst("=.*", ""))
                        .noneMatch(name -> cache.ownVariables().matcher(name).matches());
    }

    private ToolCache.Place place(Step step, Exec exec) {
        return new ToolCache.Place(trial.setup().work().image(exec), modernYarn(step));
    }

    /** As the manifests tell that an install reads. */
    private Optional<Boolean> modernYarn(Step step) {
        List<String> manifests = trial.setup().own().manifestPaths(step);
        String settings = manifests.stream()
                .filter(path -> path.endsWith(".yarnrc.yml"))
                .flatMap(path -> head.text(path).stream())
                .findFirst()
                .or(() -> head.text(".yarnrc.yml"))
                .orElse("");
        String version = manifests.stream()
                .filter(path -> path.endsWith("package.json"))
                .flatMap(path -> head.text(path).stream())
                .filter(text -> text.contains("\"packageManager\""))
                .findFirst()
                .or(() -> head.text("package.json"))
                .orElse("");
        boolean old = !version.matches("(?s).*\"packageManager\"\\s*:\\s*\"yarn@[2-9].*") && settings.isEmpty();
        boolean global = settings.contains("enableGlobalCache: true")
                || (version.matches("(?s).*\"packageManager\"\\s*:\\s*\"yarn@[4-9].*")
                        && !settings.contains("enableGlobalCache: false"));
        return old ? Optional.of(false) : global ? Optional.of(true) : Optional.empty();
    }

    /** Whether what Cargo builds leaves its folder in the same RUN, and nothing else looks for it there. */
    private boolean isCopiedOut(Mounted mounted) {
        Run run = mounted.run();
        boolean cooks = run.syntax().original().contains("cargo chef cook");
        boolean out = run.syntax().original().matches("(?s).*\\b(cp|mv|install)\\b[^&;|]*\\btarget/.*");
        boolean wanted = file.instructions().stream()
                .filter(other -> other instanceof Copy || (other instanceof Run && other != run))
                .anyMatch(other -> other.syntax().original().matches("(?s).*\\btarget/.*")
                        && !(other instanceof Run && other.syntax().original().contains("cargo build")));
        return (out || cooks) && !wanted;
    }

    private String edited(List<Mounted> runs) {
        TextEdits edits = new TextEdits(file);
        for (Mounted mounted : runs) {
            Word command = mounted.run().command().get(0);
            List<String> flags = mounted.folders().stream()
                    .map(folder -> "--mount=type=cache,target=" + folder + (isForOne(folder) ? ",sharing=locked" : ""))
                    .toList();
            String between = flags.size() > 1 ? " \\\n    " : " ";
            edits.insert(command.range().start(), String.join(between, flags) + between);
            mounted.dropped().forEach(edits::delete);
            Matcher cleaned = CLEANED.matcher(file.text(command.range()));
            while (cleaned.find()) {
                int start = command.range().start();
                edits.delete(new SourceRange(start + cleaned.start(), start + cleaned.end()));
            }
        }
        return edits.apply();
    }

    /** Whether tools that write there at the same time come into each other's way. */
    private static boolean isForOne(String folder) {
        return folder.endsWith("/target") || folder.endsWith("/.m2") || folder.endsWith(".cache/yarn");
    }
}
