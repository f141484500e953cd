package dev.varve.lint.history.cost;

import dev.varve.plan.CopyFiles;
import dev.varve.plan.Exec;
import dev.varve.plan.Step;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How long steps take: as measured where that is known, else a guess by kind of command. */
public final class StepCosts {
    private static final double COPY = 0.3;
    private static final double COPY_FILE = 0.0005;
    private static final double FOLDER = 0.1;

    private static final Pattern CACHING =
            Pattern.compile("--mount=type=cache\\S* | --no-cache(?:-dir)?(?=\\s|$)| && \\w+ cache clean(?: --\\w+)*");

    private final Map<String, Double> measured;
    private final boolean mountsKept;

    private StepCosts(Map<String, Double> measured, boolean mountsKept) {
        this.measured = Map.copyOf(measured);
        this.mountsKept = mountsKept;
    }

    /** Nothing is known. Cache mounts are taken to be kept from one build to the next. */
    public static StepCosts estimated() {
        return new StepCosts(Map.of(), true);
    }

    /** The same where each build begins with empty cache mounts, as on a machine that is new each time. */
    public StepCosts withoutMounts() {
        return new StepCosts(measured, false);
    }

    /** Whether cache mounts are taken to be kept. */
    public boolean mountsKept() {
        return mountsKept;
    }

    /** These are known: seconds by instruction, as it is written. */
    public static StepCosts measured(Map<String, Double> seconds) {
        return new StepCosts(
                seconds.entrySet().stream()
                        .collect(Collectors.toMap(entry -> normal(entry.getKey()), Map.Entry::getValue, Math::max)),
                true);
    }

    /**
     * What one run of a step takes.
     *
     * @param files how many files it copies from the build context
     * @param work what RUNs do
     */
    public Cost of(Step step, int files, StepWork work) {
        @Nullable Double known = measured.get(normal(step.text()));
        if (known == null) {
            known = measured.get(normal(step.effect().replace(" # buildkit", "")));
        }
        return known != null
                ? new Cost(known, Cost.Source.MEASURED)
                : new Cost(scaled(step, work).orElseGet(() -> guess(step, files, work)), Cost.Source.ESTIMATED);
    }

    /** What was measured without cache mounts, and what they are taken to leave of it. */
    private Optional<Double> scaled(Step step, StepWork work) {
        @Nullable
        Double plain = measured.get(CACHING.matcher(normal(step.text())).replaceAll(""));
        return plain == null || !(step.operation().orElse(null) instanceof Exec exec)
                ? Optional.empty()
                : Optional.of(plain * share(work.of(step, exec)));
    }

    /** What cache mounts leave of it. */
    private double share(Work work) {
        return seconds(work) / CostTable.seconds(work.withoutMounts());
    }

    private double seconds(Work work) {
        return CostTable.seconds(mountsKept ? work : work.withoutMounts());
    }

    private double guess(Step step, int files, StepWork work) {
        if (step.operation().orElse(null) instanceof Exec exec) {
            return seconds(work.of(step, exec));
        }
        return step.operation().orElse(null) instanceof CopyFiles ? COPY + files * COPY_FILE : FOLDER;
    }

    private static String normal(String instruction) {
        return instruction.strip().replaceAll("\\s+", " ");
    }
}
