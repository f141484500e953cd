package dev.varve.lint.history.search;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.history.git.History;
import dev.varve.lint.history.replay.ReplayedStep;
import dev.varve.lint.history.replay.Setup;
import dev.varve.lint.history.replay.Totals;
import dev.varve.lint.movement.KnownFiles;
import dev.varve.lint.movement.Movement;
import dev.varve.plan.MakeFolder;
import dev.varve.plan.Step;
import java.util.List;
import java.util.Optional;

/**
 * A Dockerfile and an ignore file, and what the history comes to with them.
 *
 * @param dockerfile its text
 * @param ignore the text of the ignore file; empty where there is none
 * @param setup both, planned
 * @param steps what became of each step
 */
public record Trial(
        String dockerfile, Optional<String> ignore, Setup setup, List<ReplayedStep> steps, List<Step> planned) {

    public double seconds() {
        return Totals.of(steps).seconds();
    }

    /** What became of an instruction's step; empty where it is none. */
    public Optional<ReplayedStep> of(Instruction instruction) {
        for (int i = 0; i < planned.size(); i++) {
            if (planned.get(i).instruction() == instruction) {
                return Optional.of(steps.get(i));
            }
        }
        return Optional.empty();
    }

    /** The step of an instruction; empty where it is none. */
    public Optional<Step> step(Instruction instruction) {
        return planned.stream()
                .filter(step -> step.instruction() == instruction)
                .findFirst();
    }

    /** Which instructions of a stage may change places, as the files of all commits have it. */
    public Movement movement(Stage stage, History history) {
        return Movement.in(
                stage,
                KnownFiles.of(history.files()),
                workdir -> step(workdir)
                        .flatMap(Step::operation)
                        .filter(MakeFolder.class::isInstance)
                        .map(folder -> ((MakeFolder) folder).path()));
    }

    /** Whether an earlier instruction copies a file of the build context that a later one reads. */
    public boolean feeds(Instruction copy, Instruction reader) {
        int track = step(copy).map(setup::track).orElse(-1);
        return track >= 0
                && step(reader)
                        .map(step -> setup.own().manifests(step))
                        .filter(setup.tracks().get(track)::intersects)
                        .isPresent();
    }

    /** How often an instruction's own inputs changed. */
    public int changes(Instruction instruction) {
        return of(instruction).map(step -> step.reruns() - step.avoidable()).orElse(0);
    }

    /** What its running again in vain took. */
    public double secondsInVain(Instruction instruction) {
        return of(instruction).map(ReplayedStep::avoidableSeconds).orElse(0.0);
    }

    /** How often it ran again in vain. */
    public int vain(Instruction instruction) {
        return of(instruction).map(ReplayedStep::avoidable).orElse(0);
    }
}
