package dev.varve.plan;

import dev.varve.context.DigestCache;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds a prediction against what a real BuildKit does with the same two states. */
final class Comparison {
    static final String FIRST_FAILED = "the first build failed: ";

    private static final Pattern NAME =
            Pattern.compile("\\[(?:[a-z]+/\\S+ )?(?:(\\S+) )?(\\d+)/\\d+\\] (LINK )?.*", Pattern.DOTALL);

    private final Engine engine;

    Comparison(Engine engine) {
        this.engine = engine;
    }

    /** What differs, in words; empty where all agree. */
    List<String> differences(Project before, Project after, BuildOptions then, BuildOptions now)
            throws IOException, InterruptedException, PlanException {
        Prediction prediction = Prediction.of(
                CacheModel.BUILDKIT, before.plan(then, DigestCache.none()), after.plan(now, DigestCache.none()));
        engine.forget();
        Engine.Build first = engine.build(before, then);
        if (!first.succeeded()) {
            return List.of(FIRST_FAILED + first.log());
        }
        Engine.Build second = engine.build(after, now);
        boolean fails = prediction.steps().stream()
                .anyMatch(step -> step.cause().map(Cause::kind).orElse(null) == Cause.Kind.MISSING);
        if (fails || !second.succeeded()) {
            return fails == !second.succeeded()
                    ? List.of()
                    : List.of("predicted to " + (fails ? "fail" : "succeed") + ": " + second.log());
        }
        return compare(prediction, second);
    }

    private static List<String> compare(Prediction prediction, Engine.Build build) {
        Map<String, Boolean> cached = new HashMap<>();
        for (Engine.Vertex vertex : build.vertices()) {
            Matcher name = NAME.matcher(vertex.name());
            if (name.matches() && name.group(3) == null) {
                cached.put(name.group(1) + " " + name.group(2), vertex.cached());
            }
        }
        List<String> differences = new ArrayList<>();
        Map<Integer, Integer> numbers = new HashMap<>();
        for (StepPrediction step : prediction.steps()) {
            if (!step.isStep()) {
                continue;
            }
            int number = numbers.merge(step.stage().index(), 1, Integer::sum);
            if (step.step().operation().orElse(null) instanceof Pull) {
                continue; // an image that is there is neither cached nor pulled in what BuildKit tells
            }
            Boolean real = cached.getOrDefault(step.stage().name() + " " + number, cached.get("null " + number));
            if (real == null && isToldAsAnother(step, prediction)) {
                continue;
            }
            if (real == null) {
                differences.add(step.step() + ": not in what BuildKit tells: " + build.vertices());
            } else if (step.status() != Status.UNKNOWN && real != (step.status() == Status.HIT)) {
                differences.add(step.step() + ": predicted " + step.status() + ", was " + (real ? "cached" : "run"));
            }
        }
        return differences;
    }

    /**
     * Two stages may do exactly the same, as {@code COPY d /x/} and {@code COPY d/ /x/} do on one base. BuildKit makes one
     * vertex of them ({@code solver/jobs.go}, {@code loadUnlocked}), which has the name of one.
     */
    private static boolean isToldAsAnother(StepPrediction step, Prediction prediction) {
        return prediction.steps().stream()
                .anyMatch(other -> other.step() != step.step()
                        && other.status() == step.status()
                        && other.step()
                                .operation()
                                .map(Operation::definition)
                                .equals(step.step().operation().map(Operation::definition)));
    }
}
