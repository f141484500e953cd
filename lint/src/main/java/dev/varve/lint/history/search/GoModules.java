package dev.varve.lint.history.search;

import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.TextEdits;
import dev.varve.lint.history.cost.CostTable;
import dev.varve.lint.history.cost.Work;
import dev.varve.lint.history.git.HeadFiles;
import dev.varve.lint.history.git.History;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Scripts;
import dev.varve.plan.CopyAction;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Exec;
import dev.varve.plan.Source;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Downloads Go's modules in front of the sources, where a build below them would do it anew for each change. */
final class GoModules {
    private static final Set<String> FETCHING = Set.of("build", "install", "test", "run", "vet", "mod", "get");

    private final Trial trial;
    private final History history;
    private final HeadFiles head;
    private final Dockerfile file;
    private final Scripts scripts;

    GoModules(Trial trial, History history, HeadFiles head) {
        this.trial = trial;
        this.history = history;
        this.head = head;
        this.file = trial.setup().plan().dockerfile();
        this.scripts = new Scripts(file);
    }

    List<Move> moves() {
        boolean plain = head.text("go.sum").isPresent()
                && head.text("go.mod")
                        .filter(text -> !text.matches("(?s).*=>\\s*\\.{1,2}/.*"))
                        .isPresent()
                && head.text("go.work").isEmpty()
                && head.text("vendor/modules.txt").isEmpty();
        List<Move> moves = new ArrayList<>();
        for (Stage stage : plain ? file.stages() : List.<Stage>of()) {
            move(stage).ifPresent(moves::add);
        }
        return moves;
    }

    private Optional<Move> move(Stage stage) {
        Optional<Step> sources = Optional.empty();
        for (Instruction instruction : stage.instructions()) {
            Optional<Step> step = trial.step(instruction);
            if (step.isPresent() && bringsAll(step.get())) {
                sources = step;
            } else if (instruction instanceof Run run && step.isPresent() && fetches(run)) {
                Exec exec = (Exec) step.get().operation().orElseThrow();
                boolean kept =
                        exec.mounts().stream().anyMatch(mount -> mount.target().endsWith("pkg/mod"));
                return sources.isPresent() && !kept && fetchesFirst(step.get(), exec)
                        ? sources.map(found -> edited(stage, found))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean fetches(Run run) {
        return trial.setup().work().commands(scripts.script(run)).stream().anyMatch(GoModules::fetches);
    }

    private static boolean fetches(Command command) {
        return command.is("go")
                && command.texts().stream()
                        .filter(text -> !text.startsWith("-"))
                        .limit(1)
                        .anyMatch(FETCHING::contains)
                && !command.texts().contains("-mod=vendor");
    }

    private boolean fetchesFirst(Step step, Exec exec) {
        Work work = trial.setup().work().of(step, exec);
        return !CostTable.hasGoModules(work);
    }

    /** Whether it copies the whole context to one folder. */
    private static boolean bringsAll(Step step) {
        return (step.instruction() instanceof Copy || step.instruction() instanceof Add)
                && step.operation().orElse(null) instanceof CopyFiles copy
                && copy.actions().size() == 1
                && copy.actions().get(0).source().equals(Source.Context.MAIN)
                && copy.actions().get(0).files().path().equals("/");
    }

    private Move edited(Stage stage, Step sources) {
        CopyAction action =
                ((CopyFiles) sources.operation().orElseThrow()).actions().get(0);
        String to = action.to().replaceFirst("(?<=.)/+$", "");
        boolean there =
                trial.movement(stage, history).folderAt(sources.instruction()).equals(Optional.of(to));
        String lines = there
                ? "COPY go.mod go.sum ./\nRUN go mod download"
                : "COPY go.mod go.sum " + to + "/\nRUN cd " + to + " && go mod download";
        return new Move(
                "late-download",
                "Download Go's modules in front of the sources",
                !isShipped(stage),
                new TextEdits(file).insertBefore(sources.instruction(), lines).apply());
    }

    /** Whether what is downloaded is a part of the image, those modules too that the program does not need. */
    private boolean isShipped(Stage stage) {
        Optional<StagePlan> at = Optional.of(trial.setup().plan().target());
        while (at.isPresent()) {
            if (at.get().index() == stage.index()) {
                return true;
            }
            at = at.get().base().flatMap(trial.setup().plan()::stage);
        }
        return false;
    }
}
