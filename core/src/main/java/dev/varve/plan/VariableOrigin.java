package dev.varve.plan;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Env;
import java.util.List;
import java.util.Optional;

/**
 * Which instruction gave a variable the value that a step sees.
 *
 * @param line its line, from 1
 * @param isArgument whether it is ARG rather than ENV
 */
record VariableOrigin(int line, boolean isArgument) {

    /** Empty where the variable comes with the base image or from nowhere. */
    static Optional<VariableOrigin> of(String name, Step step, BuildPlan plan) {
        Optional<StagePlan> stage = plan.stage(step.stage());
        int end = stage.map(found -> found.steps().indexOf(step)).orElse(0);
        while (stage.isPresent()) {
            List<Step> steps = stage.get().steps();
            for (int i = (end < 0 ? steps.size() : end) - 1; i >= 0; i--) {
                Optional<VariableOrigin> origin = setBy(steps.get(i), name, plan);
                if (origin.isPresent()) {
                    return origin;
                }
            }
            stage = stage.get().base().flatMap(plan::stage);
            end = -1;
        }
        return Optional.empty();
    }

    private static Optional<VariableOrigin> setBy(Step step, String name, BuildPlan plan) {
        if (step.instruction() instanceof Env env
                && env.assignments().stream().anyMatch(one -> one.key().text().equals(name))) {
            return Optional.of(new VariableOrigin(step.line(), false));
        }
        if (step.instruction() instanceof Arg arg) {
            for (ArgDeclaration declaration : arg.declarations()) {
                if (declaration.name().equals(name)) {
                    int line = declaration.defaultValue() != null
                            ? step.line()
                            : global(name, plan).orElse(step.line());
                    return Optional.of(new VariableOrigin(line, true));
                }
            }
        }
        return Optional.empty();
    }

    /** An ARG that says no value takes that of the ARG in front of the first FROM, unless one is given from outside. */
    private static Optional<Integer> global(String name, BuildPlan plan) {
        if (plan.options().buildArgs().containsKey(name)) {
            return Optional.empty();
        }
        Optional<Integer> line = Optional.empty();
        for (Arg arg : plan.dockerfile().globalArgs()) {
            if (arg.declarations().stream().anyMatch(one -> one.name().equals(name))) {
                line = Optional.of(arg.line());
            }
        }
        return line;
    }
}
