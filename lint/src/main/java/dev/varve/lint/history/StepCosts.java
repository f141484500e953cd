package dev.varve.lint.history;

import dev.varve.dockerfile.Heredoc;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Exec;
import dev.varve.plan.Step;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How long steps take: as measured where that is known, else a guess by kind of command. */
public final class StepCosts {
    private static final double COPY = 0.3;
    private static final double COPY_FILE = 0.0005;
    private static final double FOLDER = 0.1;

    private final Map<String, Double> measured;

    private StepCosts(Map<String, Double> measured) {
        this.measured = Map.copyOf(measured);
    }

    /** Nothing is known. */
    public static StepCosts estimated() {
        return new StepCosts(Map.of());
    }

    /** These are known: seconds by instruction, as it is written. */
    public static StepCosts measured(Map<String, Double> seconds) {
        return new StepCosts(seconds.entrySet().stream()
                .collect(Collectors.toMap(entry -> normal(entry.getKey()), Map.Entry::getValue, Math::max)));
    }

    /**
     * What one run of a step takes.
     *
     * @param files how many files it copies from the build context
     */
    Cost of(Step step, int files) {
        @Nullable Double known = measured.get(normal(step.text()));
        if (known == null) {
            known = measured.get(normal(step.effect().replace(" # buildkit", "")));
        }
        return known != null
                ? new Cost(known, Cost.Source.MEASURED)
                : new Cost(guess(step, files), Cost.Source.ESTIMATED);
    }

    private static double guess(Step step, int files) {
        if (step.operation().orElse(null) instanceof Exec) {
            String documents = step.instruction().syntax().heredocs().stream()
                    .map(Heredoc::content)
                    .collect(Collectors.joining("\n"));
            return CostTable.seconds(step.text() + "\n" + documents);
        }
        return step.operation().orElse(null) instanceof CopyFiles ? COPY + files * COPY_FILE : FOLDER;
    }

    private static String normal(String instruction) {
        return instruction.strip().replaceAll("\\s+", " ");
    }
}
