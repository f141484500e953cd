package dev.varve.junit.assertions;

import dev.varve.engine.BuildResult;
import dev.varve.engine.build.StepOutcome;
import dev.varve.engine.build.StepOutcome.Status;
import java.util.ArrayList;
import java.util.List;

/** Assertions about what became of the steps of a build: which ran, which were taken from the cache, and because of what. */
public class BuildResultAssert extends VarveAssert<BuildResultAssert, BuildResult> {
    private final List<StepOutcome> told = new ArrayList<>();

    BuildResultAssert(BuildResult actual) {
        super(actual, BuildResultAssert.class);
    }

    @Override
    String subject() {
        return "the build";
    }

    private List<StepOutcome> ran() {
        return actual.steps().stream()
                .filter(step -> step.status() == Status.EXECUTED)
                .toList();
    }

    /** Everything was in the cache. */
    public BuildResultAssert ranNothing() {
        List<StepOutcome> ran = ran();
        return require(
                ran.isEmpty(), () -> new Mismatch("no step to run", StepText.lines(ran), StepText.advice(ran.get(0))));
    }

    /** This instruction ran again; its beginning is enough. */
    public BuildResultAssert reran(String instruction) {
        return status(instruction, Status.EXECUTED, "to run");
    }

    /** This instruction was taken from the cache; its beginning is enough. */
    public BuildResultAssert cached(String instruction) {
        return status(instruction, Status.CACHED, "to be taken from the cache");
    }

    private BuildResultAssert status(String instruction, Status status, String what) {
        List<StepOutcome> found = actual.steps().stream()
                .filter(step -> StepText.begins(step, instruction))
                .toList();
        if (found.size() != 1) {
            return require(
                    false,
                    () -> new Mismatch(
                            "one step '" + instruction + "'",
                            found.size() + " such steps among\n" + StepText.lines(actual.steps()),
                            "name the instruction as the Dockerfile has it; its beginning is enough"));
        }
        StepOutcome step = found.get(0);
        told.add(step);
        return require(
                step.status() == status,
                () -> new Mismatch(
                        step.step().text() + " " + what,
                        StepText.line(step),
                        step.status() == Status.EXECUTED ? StepText.advice(step) : ""));
    }

    /** The instruction that was named last ran because of this file of the build context. */
    public BuildResultAssert becauseOf(String path) {
        StepOutcome step = told.get(told.size() - 1);
        return require(
                step.cause().filter(cause -> cause.paths().contains(path)).isPresent(),
                () -> Mismatch.of(step.step().text() + " to run because of " + path, StepText.line(step)));
    }

    /** No other instruction ran than those that were named before. */
    public BuildResultAssert andNothingElse() {
        List<StepOutcome> others =
                ran().stream().filter(step -> !told.contains(step)).toList();
        return require(
                others.isEmpty(),
                () -> new Mismatch("no other step to run", StepText.lines(others), StepText.advice(others.get(0))));
    }
}
