package dev.varve.rules.cache;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.StageView;
import dev.varve.lint.movement.Reads;
import dev.varve.lint.shell.Command;
import dev.varve.plan.CopyAction;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Exec;
import dev.varve.plan.Operation;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is ever read of the files that a stage copies, of one that is no part of an image.
 *
 * @param runs what its RUNs read, where that is known as such
 * @param go whether Go builds a program there, from its own sources and nothing else
 * @param taken the paths that others copy out of it
 */
record StageReads(List<Reads> runs, boolean go, List<String> taken) {
    private static final Set<String> HARMLESS = Set.of("echo", "true", "set", "export", "mkdir", "strip", "go");

    /** Empty where something may read anything. */
    static Optional<StageReads> of(Subject subject, StageView view, Instruction copy) {
        Stage stage = view.stage();
        boolean begun = subject.dockerfile().stages().stream()
                .anyMatch(other -> subject.parent(other)
                        .filter(parent -> parent.index() == stage.index())
                        .isPresent());
        if (subject.isShipped(stage) || begun) {
            return Optional.empty();
        }
        List<Reads> runs = new ArrayList<>();
        boolean go = false;
        boolean below = false;
        for (Instruction instruction : view.instructions()) {
            below |= instruction == copy;
            if (below && instruction instanceof Run run) {
                Reads reads = view.movement().reads(run);
                List<Command> commands = subject.script(run).commands();
                if (!(reads instanceof Reads.Anything)) {
                    runs.add(reads);
                } else if (!commands.isEmpty() && commands.stream().allMatch(StageReads::isGo)) {
                    go = true;
                } else {
                    return Optional.empty();
                }
            }
        }
        List<String> taken = new ArrayList<>();
        for (StageView other : subject.stageViews()) {
            for (Step step : other.plan().steps()) {
                if (step.operation().isPresent() && !take(step.operation().get(), stage.index(), taken)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new StageReads(runs, go, taken.stream().distinct().toList()));
    }

    private static boolean isGo(Command command) {
        boolean builds = !command.is("go")
                || command.texts().stream()
                        .filter(text -> !text.startsWith("-"))
                        .limit(1)
                        .allMatch(text -> text.matches("build|install|mod|env|vet|version"));
        return HARMLESS.contains(command.name()) && builds;
    }

    /** Whether it is known what an operation takes of a stage: it mounts nothing of it. */
    private static boolean take(Operation operation, int stage, List<String> taken) {
        if (operation instanceof CopyFiles files) {
            for (CopyAction action : files.actions()) {
                if (isOf(action.source(), stage)) {
                    taken.add(action.files().path().replaceFirst("[*?\\[].*", ""));
                }
            }
        }
        return !(operation instanceof Exec exec)
                || exec.mounts().stream().noneMatch(mount -> isOf(mount.source(), stage));
    }

    private static boolean isOf(Source source, int stage) {
        return source instanceof Source.Result result && result.step().stage() == stage;
    }

    /**
     * Whether a file may be read.
     *
     * @param path in the build context
     * @param target where the stage has it
     */
    boolean includes(String path, String target) {
        return runs.stream().anyMatch(reads -> reads.includes(path))
                || taken.stream().anyMatch(from -> isIn(target, from) || isIn(from, target));
    }

    private static boolean isIn(String path, String folder) {
        String clean = folder.replaceFirst("/+$", "");
        return path.equals(clean) || path.startsWith(clean + "/");
    }
}
