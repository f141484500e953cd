package dev.varve.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the variables differ that two states of a step see, in words that name variables and lines but no values. */
final class VariableChanges {
    private final Map<String, String> then;
    private final Map<String, String> now;
    private final Step step;
    private final BuildPlan plan;
    private final Step oldStep;
    private final BuildPlan oldPlan;

    VariableChanges(Step oldStep, BuildPlan oldPlan, Step step, BuildPlan plan) {
        this.then = variables(oldStep);
        this.now = variables(step);
        this.step = step;
        this.plan = plan;
        this.oldStep = oldStep;
        this.oldPlan = oldPlan;
    }

    private static Map<String, String> variables(Step step) {
        Map<String, String> variables = new LinkedHashMap<>();
        step.variables().forEach((name, value) -> value.ifPresent(text -> variables.put(name, text)));
        if (step.operation().orElse(null) instanceof Exec exec) {
            for (String assignment : exec.environment()) {
                int equals = assignment.indexOf('=');
                variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
            }
        }
        return variables;
    }

    Optional<Cause> cause() {
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(then.keySet());
        List<String> phrases = new ArrayList<>();
        Cause.@Nullable Kind kind = null;
        int line = 0;
        for (String name : names) {
            if (Objects.equals(then.get(name), now.get(name))) {
                continue;
            }
            boolean isThere = now.containsKey(name);
            Optional<VariableOrigin> origin =
                    isThere ? VariableOrigin.of(name, step, plan) : VariableOrigin.of(name, oldStep, oldPlan);
            boolean isArgument = origin.map(VariableOrigin::isArgument).orElse(false);
            phrases.add((isArgument ? "ARG " : "ENV ") + name + what(name, origin, isThere));
            if (kind == null) {
                kind = isArgument ? Cause.Kind.ARGUMENT : Cause.Kind.ENVIRONMENT;
                line = isThere ? origin.map(VariableOrigin::line).orElse(step.line()) : step.line();
            }
        }
        if (kind != null) {
            return Optional.of(new Cause(kind, line, List.of(), String.join(", ", phrases)));
        }
        boolean moved = !List.copyOf(then.keySet()).equals(List.copyOf(now.keySet()));
        return moved
                ? Optional.of(new Cause(
                        Cause.Kind.ENVIRONMENT,
                        step.line(),
                        List.of(),
                        "the same ENV and ARG variables are set in another order"))
                : Optional.empty();
    }

    private String what(String name, Optional<VariableOrigin> origin, boolean isThere) {
        if (!isThere) {
            return " is no longer set";
        }
        String where = origin.map(found -> " (line " + found.line() + ")").orElse(" of the base image");
        return where + (then.containsKey(name) ? " has another value" : " is new");
    }
}
