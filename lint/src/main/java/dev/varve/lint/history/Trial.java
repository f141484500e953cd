package dev.varve.lint.history;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.history.git.History;
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
record Trial(String dockerfile, Optional<String> ignore, Setup setup, List<ReplayedStep> steps, List<Step> planned) {

    double seconds() {
        return Totals.of(steps).seconds();
    }

    /** What became of an instruction's step; empty where it is none. */
    Optional<ReplayedStep> of(Instruction instruction) {
        for (int i = 0; i < planned.size(); i++) {
            if (planned.get(i).instruction() == instruction) {
                return Optional.of(steps.get(i));
            }
        }
        return Optional.empty();
    }

    /** The step of an instruction; empty where it is none. */
    Optional<Step> step(Instruction instruction) {
        return planned.stream()
                .filter(step -> step.instruction() == instruction)
                .findFirst();
    }

    /** Which instructions of a stage may change places, as the files of all commits have it. */
    Movement movement(Stage stage, History history) {
        return Movement.in(
                stage,
                KnownFiles.of(history.files()),
                workdir -> step(workdir)
                        .flatMap(Step::operation)
                        .filter(MakeFolder.class::isInstance)
                        .map(folder -> ((MakeFolder) folder).path()));
    }

    /** Whether an earlier instruction copies a file of the build context that a later one reads. */
    boolean feeds(Instruction copy, Instruction reader) {
        int track = step(copy).map(setup::track).orElse(-1);
        return track >= 0
                && step(reader)
                        .map(step -> setup.own().manifests(step))
                        .filter(setup.tracks().get(track)::intersects)
                        .isPresent();
    }

    /** How often an instruction's own inputs changed. */
    int changes(Instruction instruction) {
        return of(instruction).map(step -> step.reruns() - step.avoidable()).orElse(0);
    }

    /** What its running again in vain took. */
    double secondsInVain(Instruction instruction) {
        return of(instruction).map(ReplayedStep::avoidableSeconds).orElse(0.0);
    }

    /** How often it ran again in vain. */
    int vain(Instruction instruction) {
        return of(instruction).map(ReplayedStep::avoidable).orElse(0);
    }
}
