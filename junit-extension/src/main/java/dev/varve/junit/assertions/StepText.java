package dev.varve.junit.assertions;

import dev.varve.engine.build.StepOutcome;
import dev.varve.engine.build.StepOutcome.Status;
import dev.varve.plan.Cause;
import java.util.List;

/** How messages show steps of a build. */
final class StepText {
    private StepText() {}

    static boolean begins(StepOutcome step, String instruction) {
        String wanted = InstructionText.plain(instruction);
        return InstructionText.plain(step.step().text()).startsWith(wanted);
    }

    static String lines(List<StepOutcome> steps) {
        return Mismatch.lines(steps.stream().map(StepText::line).toList());
    }

    /** The line of the Dockerfile, what became of it, and because of what. */
    static String line(StepOutcome step) {
        String what = switch (step.status()) {
            case CACHED -> "from the cache";
            case EMPTY -> "no step of its own";
            case EXECUTED -> "ran, " + step.cause().map(Cause::text).orElse("and was not in the cache before");
        };
        return "line " + step.step().line() + "  " + step.step().text() + ": " + what;
    }

    /** What to do so that it need not run. */
    static String advice(StepOutcome step) {
        int line = step.step().line();
        if (step.status() != Status.EXECUTED || step.cause().isEmpty()) {
            return "build once before, so that the cache has it";
        }
        Cause cause = step.cause().get();
        return switch (cause.kind()) {
            case FILES ->
                "line " + line + " reads " + String.join(", ", cause.paths())
                        + ": read it in a later line, or keep it out with .dockerignore";
            case ARGUMENT, ENVIRONMENT ->
                "declare the variable below line " + line + ", or not at all where line " + line + " does not need it";
            case STEP, STAGE -> "look at line " + cause.line() + ", or move line " + line + " above it";
            case INSTRUCTION, NEW, BASE, PLATFORM, MISSING, CONFIG -> "look at line " + cause.line();
        };
    }
}
