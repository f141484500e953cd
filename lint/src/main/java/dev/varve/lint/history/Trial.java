package dev.varve.lint.history;

import dev.varve.dockerfile.Instruction;
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
}
